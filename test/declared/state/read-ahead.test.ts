import {expect, test} from 'vitest'

import {readStates} from '../../../src/declared/state/read-states.ts'
import type {StoredState} from '../../../src/model/stored-state.ts'

/** States of one resource each, named by number; notes which of them are open. */
class Store {
  readonly opened: string[] = []
  readonly closed: string[] = []
  readonly #broken: ReadonlySet<string>

  constructor(...broken: readonly string[]) {
    this.#broken = new Set(broken)
  }

  find = (count: number) => async (): Promise<readonly StoredState[]> =>
    Array.from({length: count}, (_, index) => this.#state(String(index)))

  #state(name: string): StoredState {
    const open = async function* (this: Store): AsyncGenerator<Uint8Array> {
      this.opened.push(name)
      try {
        if (this.#broken.has(name)) throw Object.assign(new Error('no'), {code: 'EACCES'})
        const resource = {mode: 'managed', type: 'aws_vpc', name: `v${name}`, instances: [{attributes: {}}]}
        yield Buffer.from(JSON.stringify({version: 4, resources: [resource]}))
      } finally {
        this.closed.push(name)
      }
    }
    return {name, open: () => open.call(this)}
  }
}

test('the next few states are opened while one is read, and no more', async () => {
  const store = new Store()
  const read: string[] = []
  for await (const event of readStates(['test://all'], {findStored: store.find(10)})) {
    if (event.kind !== 'resource') continue
    read.push(event.resource.name)
    expect(store.opened).toHaveLength(Math.min(10, read.length + 3))
  }
  expect(read).toEqual(Array.from({length: 10}, (_, index) => `v${index}`))
  expect(store.closed).toHaveLength(10)
})

test('what fails ahead of its turn is told of its own state, after all others were read', async () => {
  const store = new Store('2', '3')
  const read: string[] = []
  const reading = async (): Promise<void> => {
    for await (const event of readStates(['test://all'], {findStored: store.find(6)})) {
      if (event.kind === 'resource') read.push(event.resource.name)
    }
  }
  await expect(reading()).rejects.toMatchObject({
    code: 'states-unreadable',
    problems: [{message: '2 cannot be read: EACCES'}, {message: '3 cannot be read: EACCES'}],
  })
  expect(read).toEqual(['v0', 'v1', 'v4', 'v5'])
})

test('whoever stops reading closes what was opened ahead', async () => {
  const store = new Store()
  for await (const _ of readStates(['test://all'], {findStored: store.find(10)})) break
  await Promise.resolve()
  expect(store.closed.toSorted()).toEqual(['0', '1', '2', '3'])
})
