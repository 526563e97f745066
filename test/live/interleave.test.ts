import {expect, test} from 'vitest'

import {interleave} from '../../src/live/interleave.ts'

async function* failing(): AsyncGenerator<string> {
  yield 'one'
  throw new Error('broken')
}

/** Sources that record what happens to them. */
function sources(lengths: readonly number[], log: string[]): (() => AsyncGenerator<string>)[] {
  return lengths.map(
    (length, index) =>
      async function* () {
        log.push(`start ${index}`)
        try {
          for (let item = 0; item < length; item++) yield `${index}.${item}`
        } finally {
          log.push(`end ${index}`)
        }
      },
  )
}

test('all items come, and those of one source in their order', async () => {
  const items = await Array.fromAsync(interleave(sources([3, 0, 5, 1], []), 2))
  expect(items.toSorted()).toEqual(['0.0', '0.1', '0.2', '2.0', '2.1', '2.2', '2.3', '2.4', '3.0'])
  expect(items.filter((item) => item.startsWith('2'))).toEqual(['2.0', '2.1', '2.2', '2.3', '2.4'])
})

test('no more sources run than are allowed', async () => {
  const log: string[] = []
  let most = 0
  for await (const _ of interleave(sources([3, 3, 3, 3, 3], log), 2)) {
    const started = log.filter((line) => line.startsWith('start')).length
    most = Math.max(most, started - (log.length - started))
  }
  expect(most).toBe(2)
})

test('leaving early ends the sources that run', async () => {
  const log: string[] = []
  for await (const _ of interleave(sources([9, 9, 9], log), 2)) break
  expect(log).toEqual(['start 0', 'start 1', 'end 0', 'end 1'])
})

test('the error of one source ends all', async () => {
  const log: string[] = []
  const all = Array.fromAsync(interleave([...sources([9], log), failing], 2))
  await expect(all).rejects.toThrow('broken')
  expect(log).toContain('end 0')
})
