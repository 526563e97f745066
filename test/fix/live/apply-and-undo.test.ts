import {appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {
  array,
  assert as assertProperty,
  asyncProperty,
  constantFrom,
  dictionary,
  integer,
  nat,
  option,
  record,
} from 'fast-check'
import {describe, expect, onTestFinished, test} from 'vitest'

import {openTransport} from '../../../src/aws/transport.ts'
import {applyTags} from '../../../src/fix/live/apply-tags.ts'
import {readUndoFile, UndoFile} from '../../../src/fix/live/undo-file.ts'
import {undoTags} from '../../../src/fix/live/undo-tags.ts'
import type {AppliedTags} from '../../../src/model/applied-tags.ts'
import type {LiveTagFix, TagChange} from '../../../src/model/tag-fix.ts'
import {fakeSession} from '../../live/fake-session.ts'
import {startLoopback} from '../../live/loopback.ts'
import {TaggingServer, type Faults, type Tags} from './tagging-server.ts'

const arnOf = (name: string | number): string => `arn:aws:sqs:eu-central-1:111122223333:queue-${name}`

function fixOf(
  arn: string,
  ...changes: readonly Pick<TagChange, 'key' | 'value' | 'overwrites' | 'renames'>[]
): LiveTagFix {
  return {
    arn,
    account: '111122223333',
    region: 'eu-central-1',
    changes: changes.map((change) => ({...change, from: 'set', shown: change.value})),
  }
}

interface Run {
  readonly server: TaggingServer
  readonly file: string
  readonly apply: (fixes: readonly LiveTagFix[], signal?: AbortSignal) => Promise<AppliedTags>
  readonly undo: (force?: boolean) => Promise<AppliedTags>
}

/** The real client over a real wire, against tags in memory. */
async function onServer(
  before: Readonly<Record<string, Tags>>,
  faults: Faults,
  use: (run: Run) => Promise<void>,
): Promise<void> {
  const server = new TaggingServer(before, faults)
  await using aws = await startLoopback((request) => server.answer(request) ?? [400, {__type: 'UnknownOperation'}])
  const folder = mkdtempSync(join(tmpdir(), 'trueup-undo-'))
  const file = join(folder, 'undo.jsonl')
  // Of its own: a lane that was throttled stays slow.
  const paced = openTransport().account()
  const session = {
    ...fakeSession,
    clientSettings: (region: string) => ({...fakeSession.clientSettings(region), ...paced(6), endpoint: aws.url}),
  }
  const shared = {sessions: {of: async () => session}, advance: () => {}}
  try {
    await use({
      server,
      file,
      apply: async (fixes, signal = new AbortController().signal) => {
        const undo = await UndoFile.create(file, '2026-05-01T09:12:00Z')
        return applyTags(fixes, {...shared, undo, signal}).finally(async () => undo.close())
      },
      undo: async (force = false) =>
        undoTags(await readUndoFile(file), {...shared, force, signal: new AbortController().signal}),
    })
  } finally {
    rmSync(folder, {recursive: true})
  }
}

const queues = Object.fromEntries(Array.from({length: 45}, (_, index) => [arnOf(index), {Name: `q${index}`}]))
const owners = Object.keys(queues).map((arn) => fixOf(arn, {key: 'Owner', value: 'platform'}))

test('tags go out in batches of twenty, and come back off', async () => {
  await onServer(queues, {}, async ({server, apply, undo}) => {
    expect(await apply(owners)).toEqual({tagged: Object.keys(queues), failed: []})
    expect(server.batches).toEqual([20, 20, 5])
    expect(server.tags.get(arnOf(7))).toEqual({Name: 'q7', Owner: 'platform'})
    expect((await undo()).failed).toEqual([])
    expect(Object.fromEntries(server.tags)).toEqual(queues)
    server.batches.length = 0
    expect(await undo(), 'a second time there is nothing left to do').toEqual({tagged: [], failed: []})
    expect(server.batches).toEqual([])
  })
})

test('throttled calls are made again', async () => {
  await onServer(queues, {throttled: 2}, async ({server, apply, undo}) => {
    expect((await apply(owners)).failed).toEqual([])
    await undo()
    expect(Object.fromEntries(server.tags)).toEqual(queues)
  })
})

test('of a batch that fails in part, each failure is told, and what AWS stumbled over is asked for again', async () => {
  const faults = {refused: [arnOf(3)], shaky: [arnOf(5), arnOf(41)]}
  await onServer(queues, faults, async ({server, apply, undo}) => {
    const {tagged, failed} = await apply(owners)
    expect(failed).toEqual([{arn: arnOf(3), reason: 'InvalidParameterException: cannot be tagged'}])
    expect(tagged).toHaveLength(44)
    expect(server.tags.get(arnOf(3))).toEqual({Name: 'q3'})
    expect(server.tags.get(arnOf(41))).toEqual({Name: 'q41', Owner: 'platform'})
    await undo()
    expect(Object.fromEntries(server.tags)).toEqual(queues)
  })
})

test('an interruption between two batches leaves a file that undoes the first', async () => {
  const interruption = new AbortController()
  await onServer(queues, {onChange: () => interruption.abort()}, async ({server, apply, undo}) => {
    await expect(apply(owners, interruption.signal)).rejects.toThrow()
    expect([...server.tags.values()].filter(({Owner}) => Owner === 'platform')).toHaveLength(20)
    await undo()
    expect(Object.fromEntries(server.tags)).toEqual(queues)
  })
})

test('a run that was interrupted is taken up again: what is done is not done twice', async () => {
  await onServer(queues, {}, async ({server, apply, file}) => {
    for (const {arn} of owners.slice(0, 30)) server.tags.set(arn, {...server.tags.get(arn), Owner: 'platform'})
    expect((await apply(owners)).failed).toEqual([])
    expect(server.batches).toEqual([10, 5])
    expect(await readUndoFile(file)).toHaveLength(15)
  })
})

describe('what somebody else changed', () => {
  const before = {[arnOf('a')]: {Owner: 'search'}, [arnOf('b')]: {}}

  test('is never overwritten, unless that was asked for', async () => {
    await onServer(before, {}, async ({server, apply}) => {
      const {tagged, failed} = await apply([
        fixOf(arnOf('a'), {key: 'Owner', value: 'platform'}),
        fixOf(arnOf('b'), {key: 'Owner', value: 'platform'}),
      ])
      expect(tagged).toEqual([arnOf('b')])
      expect(failed).toEqual([{arn: arnOf('a'), reason: 'its tags changed since the plan was made'}])
      expect(server.tags.get(arnOf('a'))).toEqual({Owner: 'search'})
    })
  })

  test('is not undone, unless forced', async () => {
    await onServer(before, {}, async ({server, apply, undo}) => {
      await apply([fixOf(arnOf('a'), {key: 'Owner', value: 'platform', overwrites: true})])
      server.tags.set(arnOf('a'), {Owner: 'ml'})
      expect((await undo()).failed).toEqual([{arn: arnOf('a'), reason: expect.stringContaining('--force') as string}])
      expect(server.tags.get(arnOf('a'))).toEqual({Owner: 'ml'})
      await undo(true)
      expect(server.tags.get(arnOf('a'))).toEqual({Owner: 'search'})
    })
  })
})

test('a key that is written otherwise is taken away where that is asked for, and comes back', async () => {
  const before = {[arnOf('a')]: {owner: 'search'}}
  await onServer(before, {}, async ({server, apply, undo}) => {
    await apply([fixOf(arnOf('a'), {key: 'Owner', value: 'search', renames: 'owner', overwrites: true})])
    expect(server.tags.get(arnOf('a'))).toEqual({Owner: 'search'})
    await undo()
    expect(Object.fromEntries(server.tags)).toEqual(before)
  })
})

test('whatever happens, the file restores the former tags', async () => {
  const value = constantFrom('a', 'b', '')
  const tags = dictionary(constantFrom('Owner', 'Env', 'Name'), value)
  const accounts = array(tags, {minLength: 1, maxLength: 50})
  const faults = record({
    refused: array(nat(49), {maxLength: 3}),
    shaky: array(nat(49), {maxLength: 1}),
    interruptedAfter: option(integer({min: 1, max: 4}), {nil: undefined}),
  })
  await assertProperty(
    asyncProperty(accounts, faults, value, async (all, {refused, shaky, interruptedAfter}, wanted) => {
      const before = Object.fromEntries(all.map((own, index) => [arnOf(index), own]))
      const interruption = new AbortController()
      const onChange = (changes: number) => changes === interruptedAfter && interruption.abort()
      const server = {refused: refused.map(arnOf), shaky: shaky.map(arnOf), onChange}
      await onServer(before, server, async (run) => {
        const fixes = Object.keys(before).map((arn) => fixOf(arn, {key: 'Owner', value: wanted, overwrites: true}))
        await run.apply(fixes, interruption.signal).catch((error: unknown) => {
          if (!interruption.signal.aborted) throw error
        })
        await run.undo()
        expect(Object.fromEntries(run.server.tags)).toEqual(before)
      })
    }),
    {numRuns: 8},
  )
})

describe('the file of former tags', () => {
  test('is never written over', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trueup-undo-'))
    onTestFinished(() => rmSync(folder, {recursive: true}))
    const file = join(folder, 'undo.jsonl')
    await (await UndoFile.create(file, 'now')).close()
    await expect(UndoFile.create(file, 'now')).rejects.toMatchObject({code: 'undo-file-exists'})
  })

  test('may end in half a line: that change never came', async () => {
    await onServer(queues, {}, async ({apply, file}) => {
      await apply(owners)
      const whole = await readUndoFile(file)
      truncateSync(file, readFileSync(file).length - 5)
      expect(await readUndoFile(file)).toEqual(whole.slice(0, -1))
    })
  })

  test('that is none is refused, with the line', async () => {
    await onServer(queues, {}, async ({apply, file}) => {
      await apply(owners.slice(0, 1))
      appendFileSync(file, '{"arn": 1}\n')
      await expect(readUndoFile(file)).rejects.toMatchObject({
        code: 'undo-file-invalid',
        message: expect.stringContaining('undo.jsonl:3') as string,
      })
    })
  })
})
