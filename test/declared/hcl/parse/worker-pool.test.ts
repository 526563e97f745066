import {join} from 'node:path'

import {describe, expect, it} from 'vitest'

import {WorkerPool} from '../../../../src/declared/hcl/parse/worker-pool.ts'

const options = {
  program: join(import.meta.dirname, 'obedient-worker.ts'),
  most: 3,
  worthStarting: 100,
  longestMs: 20_000,
}

function poolWith(changed: Partial<typeof options> = {}): WorkerPool<string, number> {
  return new WorkerPool({...options, ...changed})
}

/** The threads that answer when so many tasks of one weight come at once. */
async function threadsFor(pool: WorkerPool<string, number>, count: number, weight: number): Promise<Set<number>> {
  return new Set(await Promise.all(Array.from({length: count}, async () => pool.run('work', weight))))
}

describe('threads', () => {
  it('do little work one after another in one of them', async () => {
    expect((await threadsFor(poolWith(), 5, 10)).size).toBe(1)
  })

  it('share much work, and are no more than there may be', async () => {
    const pool = poolWith()
    expect((await threadsFor(pool, 50, 1000)).size).toBeLessThanOrEqual(3)
  })

  it('are used again', async () => {
    const pool = poolWith({most: 1})
    expect(await pool.run('work', 1)).toBe(await pool.run('work', 1))
  })

  it('tell what was wrong with a task, and go on', async () => {
    const pool = poolWith({most: 1})
    const before = await pool.run('work', 1)
    await expect(pool.run('refuse', 1)).rejects.toThrow(new SyntaxError('refused'))
    expect(await pool.run('work', 1)).toBe(before)
  })

  it.each([
    ['exit', 'stops the parser'],
    ['throw', 'stops the parser'],
    ['break', 'broken'],
  ])('that end take only their task along: %s', async (order, reason) => {
    const pool = poolWith({most: 1})
    const before = await pool.run('work', 1)
    const [last, next] = await Promise.allSettled([pool.run(order, 1), pool.run('work', 1)])
    expect(last).toMatchObject({status: 'rejected', reason: {message: reason}})
    expect(next).toMatchObject({status: 'fulfilled', value: expect.not.toSatisfy((thread) => thread === before)})
  })

  it('that never answer are ended', async () => {
    const pool = poolWith({most: 1, longestMs: 3000})
    const [hung, next] = await Promise.allSettled([pool.run('hang', 1), pool.run('work', 1)])
    expect(hung).toMatchObject({status: 'rejected', reason: {message: 'takes too long to be parsed'}})
    expect(next.status).toBe('fulfilled')
  })
})
