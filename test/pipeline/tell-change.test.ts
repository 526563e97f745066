import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {describe, expect, onTestFinished, test} from 'vitest'

import {openStore} from '../../src/history/open-store.ts'
import {addRun} from '../../src/history/runs.ts'
import type {KeptRun, RunChange} from '../../src/model/history.ts'
import {silentProgress} from '../../src/model/progress.ts'
import {tellChange} from '../../src/pipeline/tell-change.ts'
import {gap, run} from '../history/made-run.ts'
import {receiver, type Reaction} from '../notify/receiver.ts'

const {signal} = new AbortController()

/** A history, and somebody who wants to hear of it. */
async function told(...reactions: readonly Reaction[]) {
  const folder = mkdtempSync(join(tmpdir(), 'trueup-told-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  const store = await openStore(folder, {}, signal)
  const {received, url} = await receiver(...reactions)
  const changes: RunChange[] = []
  const destination = {channel: 'slack', url, pauseMs: 1, timeoutMs: 300} as const
  const write = (change: RunChange) => {
    changes.push(change)
    return '{}'
  }
  const keep = async (one: KeptRun) => ({store, name: await addRun(store, one), run: one})
  const tell = async (kept: Awaited<ReturnType<typeof keep>>, now = new Date()) => {
    const around = {now, signal, progress: silentProgress, version: '1.0.0', stdin: process.stdin}
    return tellChange(kept, {destination, write}, around)
  }
  /** Letters of what was told, new and gone. */
  const letters = () =>
    changes.map(({appeared, gone}) =>
      [appeared, gone].map((of) => of.map(({fingerprint}) => fingerprint.charAt(0)).join('')).join('/'),
    )
  return {store, received, changes, keep, tell, letters}
}

describe('a change is told', () => {
  test('against the run that was told of last', async () => {
    const {keep, tell, letters} = await told()
    const states = [['a', 'b'], ['a', 'b'], ['a', 'c'], ['c'], ['c']]
    const done: string[] = []
    for (const [at, letter] of states.entries()) done.push(await tell(await keep(run(at + 1, letter))))
    expect(done).toEqual(['told', 'unchanged', 'told', 'told', 'unchanged'])
    expect(letters()).toEqual(['ab/', 'c/b', '/a'])
  })

  test('by one of several runs at once', async () => {
    const {keep, tell, received} = await told()
    const kept = await Promise.all(['1', '2', '3'].map(async (version) => keep(run(1, ['a'], {version}))))
    const done = await Promise.all(kept.map(async (one) => tell(one)))
    expect(received).toHaveLength(1)
    expect(done.toSorted()).toEqual(['held', 'held', 'told'])
  })

  test('in the order of the runs: an older one that ends later has nothing to say', async () => {
    const {keep, tell, letters} = await told()
    const [older, newer] = [await keep(run(1, ['a'])), await keep(run(2, ['a', 'b']))]
    expect(await tell(newer)).toBe('told')
    expect(await tell(older)).toBe('later')
    expect(letters()).toEqual(['ab/'])
  })

  test('by the next run, where it could not be told', async () => {
    const {keep, tell, changes, received} = await told(404, 404)
    const [first, second, third] = [await keep(run(1, ['a'])), await keep(run(2, ['a'])), await keep(run(3, ['a']))]
    await expect(tell(first)).rejects.toMatchObject({code: 'notification-failed'})
    await expect(tell(second)).rejects.toMatchObject({code: 'notification-failed'})
    expect(await tell(third)).toBe('told')
    expect(received).toHaveLength(3)
    expect(new Set(changes.map(({key}) => key)).size).toBe(1)
  })

  test('by the next run, where one was killed while it told, but not before that can be known', async () => {
    const {store, keep, tell} = await told()
    const kept = await keep(run(1, ['a']))
    await store.create(`told/slack-${kept.name.scope}/first.1.claim`, Buffer.from('{}'))
    expect(await tell(kept)).toBe('held')
    expect(await tell(kept, new Date(Date.now() + 20 * 60_000))).toBe('told')
    expect(await tell(kept)).toBe('later')
  })

  test('as gone only by a run that looked, and once', async () => {
    const {keep, tell, letters} = await told()
    await tell(await keep(run(1, ['a', 'b'])))
    const blind = run(2, ['a', 'c'], {
      gaps: [gap()],
      carried: [{finding: run(1, ['b']).findings[0]!, lastSeen: 'x', despite: {}}],
    })
    await tell(await keep(blind))
    await tell(await keep(run(3, ['a', 'c'])))
    await tell(await keep(run(4, ['a', 'c'])))
    expect(letters()).toEqual(['ab/', 'c/', '/b'])
  })

  test('of each scope apart', async () => {
    const {keep, tell, letters} = await told()
    await tell(await keep(run(1, ['a'])))
    await tell(await keep(run(2, ['b'], {scope: {state: ['other.tfstate']}})))
    await tell(await keep(run(3, ['a'])))
    expect(letters()).toEqual(['a/', 'b/'])
  })

  test('against the run before, where the file of the one that was told of is gone', async () => {
    const {store, keep, tell, letters} = await told()
    await keep(run(1, ['a']))
    const second = await keep(run(2, ['a', 'b']))
    await tell(second)
    await store.remove(`runs/${second.name.file}`)
    await tell(await keep(run(3, ['a', 'b', 'c'])))
    expect(letters()).toEqual(['ab/', 'bc/'])
  })
})
