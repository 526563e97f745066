import {mkdtemp, readFile, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {openSnapshot} from '../../../src/live/snapshot/read.ts'
import {writeSnapshot} from '../../../src/live/snapshot/write.ts'
import type {LiveEvent, LivePage} from '../../../src/model/live.ts'
import {digestOf, Sensitive, type ValueRecord} from '../../../src/model/value.ts'
import {eventsOf, withoutEnds} from '../events-of.ts'

const location = {partition: 'aws', account: '111122223333', region: 'eu-central-1'}
const origin = {createdAt: '2026-03-01T12:00:00Z', trueup: '0.1.0', locations: [location]}
const salt = (): string => 'grains'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-test-'))
})
afterAll(() => rm(folder, {recursive: true}))

function volume(id: string, properties: ValueRecord = {Size: 100, VolumeType: 'gp3'}): LiveEvent {
  return {kind: 'object', object: {type: 'AWS::EC2::Volume', id, location, properties, reader: 'config'}}
}

const events: readonly LiveEvent[] = [
  volume('vol-b'),
  {kind: 'tags', arn: 'arn:aws:ec2:eu-central-1:111122223333:volume/vol-a', tags: {team: 'vision'}},
  volume('vol-a'),
  {kind: 'tagging-scope', location},
  {kind: 'gap', gap: {reason: 'denied', location, detail: 'no', hides: {count: 1, examples: ['x']}}},
  {kind: 'scope', scope: {type: 'AWS::EC2::Volume', location, reader: 'config', sees: ['Size', 'VolumeType']}},
]

async function* stream(of: readonly LiveEvent[]): AsyncGenerator<LivePage> {
  yield of
}

async function written(name: string, of: readonly LiveEvent[] = events): Promise<string> {
  const file = join(folder, name)
  await writeSnapshot(stream(of), file, origin, {salt})
  return file
}

async function text(): Promise<string> {
  return readFile(await written('whole.jsonl'), 'utf8')
}

function write(file: string): Promise<unknown> {
  return writeSnapshot(stream([]), file, origin)
}

async function readSnapshot(file: string): Promise<LivePage> {
  return withoutEnds(await eventsOf((await openSnapshot(file)).events))
}

async function reread(content: string): Promise<readonly unknown[]> {
  const file = join(folder, 'accounts.jsonl')
  await writeFile(file, content)
  return eventsOf((await openSnapshot(file)).events)
}

async function errorOf(name: string, content: string | Uint8Array): Promise<{code: string; message: string}> {
  const file = join(folder, name)
  await writeFile(file, content)
  const reading = readSnapshot(file)
  return reading.then(
    () => expect.fail('was read'),
    (error: {code: string; message: string}) => error,
  )
}

async function propertiesBack(properties: ValueRecord, type = 'AWS::EC2::Volume'): Promise<ValueRecord> {
  const event = volume('vol-a', properties) as Extract<LiveEvent, {kind: 'object'}>
  const file = await written('round-trip', [{kind: 'object', object: {...event.object, type}}])
  const [back] = await readSnapshot(file)
  return (back as typeof event).object.properties
}

describe('a snapshot', () => {
  test.each(['plain.jsonl', 'packed.jsonl.gz', 'packed.jsonl.zst'])('%s gives back what was written', async (name) => {
    const file = await written(name)
    const {header, events: back} = await openSnapshot(file)
    expect(header).toEqual({format: 'trueup-snapshot', version: 1, ...origin, order: 'account', salt: 'grains'})
    const inOrder = [events[5], events[3], events[4], events[1], events[2], events[0]]
    expect(await eventsOf(back)).toEqual([...inOrder, {kind: 'account-read', account: '111122223333'}])
  })

  test('is recognised by its bytes, not by its name', async () => {
    const file = await written('packed-again.gz')
    await writeFile(join(folder, 'misnamed.jsonl'), await readFile(file))
    expect(await readSnapshot(join(folder, 'misnamed.jsonl'))).toHaveLength(events.length)
  })

  test('has the same bytes in whatever order the events came', async () => {
    const [one, other] = [await written('one'), await written('other', events.toReversed())]
    expect(await readFile(one, 'utf8')).toBe(await readFile(other, 'utf8'))
  })

  test('takes a random salt of its own', async () => {
    const files = ['salt-1', 'salt-2'].map((name) => join(folder, name))
    for (const file of files) await writeSnapshot(stream([]), file, origin)
    const salts = await Promise.all(files.map(async (file) => (await openSnapshot(file)).header.salt))
    expect(salts[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(salts[0]).not.toBe(salts[1])
  })

  test('leaves the former file as it was, and nothing else, when the scan fails half-way', async () => {
    const file = await written('kept/../kept.jsonl')
    const before = await readFile(file, 'utf8')
    const failing = (async function* (): AsyncGenerator<LivePage> {
      yield [volume('vol-c')]
      throw new Error('scan failed')
    })()
    await expect(writeSnapshot(failing, file, origin)).rejects.toThrow('scan failed')
    expect(await readFile(file, 'utf8')).toBe(before)
    expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([])
  })

  test('leaves nothing behind on Ctrl-C', async () => {
    const interrupt = new AbortController()
    const endless = (async function* (): AsyncGenerator<LivePage> {
      for (let index = 0; ; index++) {
        if (index === 1000) interrupt.abort()
        yield [volume(`vol-${index}`)]
      }
    })()
    const file = join(folder, 'interrupted.jsonl')
    const writing = writeSnapshot(endless, file, origin, {signal: interrupt.signal})
    await expect(writing).rejects.toThrow('aborted')
    expect((await readdir(folder)).filter((name) => name.includes('interrupted'))).toEqual([])
  })
})

describe('a snapshot of several accounts', () => {
  const other = {...location, account: '444455556666'}
  const [one = volume('vol-a'), two = volume('vol-b')] = [location, other].map((place): LiveEvent => {
    return {
      kind: 'object',
      object: {type: 'AWS::EC2::Volume', id: 'vol', location: place, properties: {}, reader: 'config'},
    }
  })
  const scopes = [location, other].map((place): LiveEvent => {
    return {kind: 'scope', scope: {type: 'AWS::EC2::Volume', location: place, reader: 'config', sees: '*'}}
  })
  const ofBucket: LiveEvent = {kind: 'tags', arn: 'arn:aws:s3:::heron', tags: {team: 'vision'}}
  const all = [two, one, ...scopes, ofBucket]
  const ends = ['111122223333', '444455556666'].map((account) => ({kind: 'account-read', account}))

  test('says where each account ends, so that no other has to be read before it is compared', async () => {
    const content = await readFile(await written('several.jsonl', all), 'utf8')
    expect(await reread(content)).toEqual([ofBucket, scopes[0], one, ends[0], scopes[1], two, ends[1]])
  })

  test('is read as it came where its header does not promise that', async () => {
    const content = await readFile(await written('several.jsonl', all), 'utf8')
    const [header = '', common, ...lines] = content.trimEnd().split('\n')
    const end = lines.pop()
    const mixed = [header.replace('"order":"account",', ''), ...lines.toReversed(), common, end]
    expect(await reread(`${mixed.join('\n')}\n`)).toEqual([two, scopes[1], one, scopes[0], ofBucket])
  })

  test('is damaged where a line stands among those of another account', async () => {
    const content = await readFile(await written('several.jsonl', all), 'utf8')
    const lines = content.trimEnd().split('\n')
    const moved = [
      lines.toSpliced(2, 0, lines[5] ?? '').toSpliced(6, 1),
      lines.toSpliced(1, 1).toSpliced(3, 0, lines[1] ?? ''),
    ]
    for (const disorder of moved) {
      const error = await errorOf('mixed', `${disorder.join('\n')}\n`)
      expect(error).toMatchObject({code: 'snapshot-damaged', message: expect.stringContaining('another account')})
    }
  })
})

describe('secrets in a snapshot', () => {
  const secrets = {
    MasterUserPassword: 'correct horse',
    Endpoint: 'postgres://app:battery@db.example.com/app',
    Nested: [{AuthToken: 'staple'}],
    PrivateKey: '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----',
  }

  test('stand as digests, which equal the digests of the same secrets elsewhere', async () => {
    const back = await propertiesBack(secrets)
    expect(await readFile(join(folder, 'round-trip'), 'utf8')).not.toMatch(/horse|battery|staple|MIIE/)
    expect((back['MasterUserPassword'] as Sensitive).digest('any')).toBe(digestOf('correct horse', 'grains'))
    expect((back['MasterUserPassword'] as Sensitive).salt).toBe('grains')
    expect((back['Nested'] as ValueRecord[])[0]?.['AuthToken']).toBeInstanceOf(Sensitive)
    expect(back['Endpoint']).toBeInstanceOf(Sensitive)
  })

  test('that only point at a secret stay readable', async () => {
    const properties = {
      MasterUserSecret: {SecretArn: 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:db'},
      MetadataOptions: {HttpTokens: 'required'},
      ManageMasterUserPassword: true,
      MinimumPasswordLength: 14,
      Password: '{{resolve:secretsmanager:db}}',
    }
    expect(await propertiesBack(properties)).toEqual(properties)
  })

  test('keep the salt of the snapshot that they came from', async () => {
    const foreign = Sensitive.ofDigest('abc', 'other grains')
    const back = (await propertiesBack({Password: foreign}))['Password'] as Sensitive
    expect([back.digest('grains'), back.salt]).toEqual(['abc', 'other grains'])
  })
})

describe('what is no whole snapshot gets its own error', () => {
  test.each([
    ['an empty file', ''],
    ['a Terraform state', '{\n  "version": 4\n}\n'],
    ['JSON of another kind', '{"version": 4, "resources": []}'],
    ['a page of HTML', '<html></html>'],
    ['binary data', Uint8Array.of(0, 1, 2, 10, 3)],
  ])('%s', async (_, content) => {
    expect(await errorOf('odd', content)).toMatchObject({code: 'not-a-snapshot', fault: 'user'})
  })

  test('a missing file and a directory', async () => {
    await expect(openSnapshot(join(folder, 'nowhere'))).rejects.toMatchObject({code: 'snapshot-not-found'})
    await expect(openSnapshot(folder)).rejects.toMatchObject({code: 'not-a-snapshot'})
  })

  test('a newer format', async () => {
    const newer = (await text()).replace('"version":1', '"version":2')
    expect(await errorOf('newer', newer)).toMatchObject({code: 'snapshot-version-newer'})
  })

  test('one that was cut anywhere', async () => {
    const whole = await text()
    const lines = whole.trimEnd().split('\n')
    expect(await errorOf('cut', `${lines.slice(0, -1).join('\n')}\n`)).toMatchObject({code: 'snapshot-truncated'})
    expect(await errorOf('cut', `${lines.toSpliced(2, 1).join('\n')}\n`)).toMatchObject({code: 'snapshot-truncated'})
    expect((await errorOf('cut', whole.slice(0, -20))).code).toMatch(/^snapshot-(truncated|damaged)$/)
  })

  test.each(['gz', 'zst'])('compressed data (.%s) that was cut', async (extension) => {
    const packed = await readFile(await written(`whole.${extension}`))
    expect(await errorOf('cut', packed.subarray(0, -30))).toMatchObject({code: 'snapshot-truncated'})
    const bent = Buffer.from(packed)
    bent.fill(7, 100, 140)
    expect((await errorOf('bent', bent)).code).toMatch(/^(snapshot-(truncated|damaged)|not-a-snapshot)$/)
  })

  test('a bad line, with its number and without its content', async () => {
    const lines = (await text()).split('\n')
    const error = await errorOf('bad', lines.toSpliced(3, 1, '{"hunter2').join('\n'))
    expect(error).toMatchObject({code: 'snapshot-damaged', message: expect.stringContaining('Line 4 ')})
    expect(error.message).not.toContain('hunter2')
    const alien = await errorOf('bad', lines.toSpliced(3, 1, '{"kind":"alien"}').join('\n'))
    expect(alien).toMatchObject({code: 'snapshot-damaged'})
  })

  test('two snapshots in one file', async () => {
    const whole = await text()
    expect(await errorOf('twice', whole + whole)).toMatchObject({code: 'snapshot-damaged'})
  })

  test('a place that cannot be written', async () => {
    await expect(write(join(folder, 'no/such/folder'))).rejects.toMatchObject({code: 'snapshot-not-writable'})
    await expect(write(folder)).rejects.toMatchObject({code: 'snapshot-not-writable'})
    await expect(write('/dev/null')).rejects.toMatchObject({code: 'snapshot-not-writable'})
  })
})
