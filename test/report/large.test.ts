import {describe, expect, test} from 'vitest'

import {chunks} from '../../src/report/chunks.ts'
import {renderJson} from '../../src/report/json.ts'
import {renderTerminal} from '../../src/report/terminal.ts'
import {writeJson} from '../../src/report/write-json.ts'
import {largeAccount} from './__fixtures__/large-account.ts'

const report = largeAccount(10_000)
const plain = {width: 100, colour: false}

describe('a report of 10,000 findings', () => {
  test('is summed up for the terminal, with all totals', async () => {
    const text = [...renderTerminal(report, plain)].join('')
    await expect(text).toMatchFileSnapshot(new URL('../../fixtures/report/large-account.txt', import.meta.url).pathname)
    expect(text.split('\n').length).toBeLessThan(200)
  })

  test('shows every finding where no limit is set', () => {
    const text = [...renderTerminal(report, {...plain, limit: Infinity})].join('')
    const names = report.findings
      .filter(({code}) => code !== 'owned-elsewhere')
      .map(({subject}) => subject.address ?? subject.id ?? '')
    expect(names.filter((name) => !text.includes(name))).toEqual([])
  })

  test.each([
    ['JSON', () => renderJson(report)],
    ['the terminal', () => renderTerminal(report, {...plain, limit: Infinity})],
  ])('is written for %s in pieces, none larger than a resource', (_, render) => {
    let longest = 0
    for (const piece of render()) longest = Math.max(longest, piece.length)
    expect(longest).toBeLessThan(2000)
  })

  test('is written in blocks of some size', () => {
    const blocks = [...chunks(renderJson(report))]
    expect(blocks.slice(0, -1).every(({length}) => length >= 64 * 1024 && length < 70 * 1024)).toBe(true)
  })
})

test('JSON is made as it is written: never more than one finding ahead', () => {
  let made = 0
  function* findings(): Generator<object> {
    for (const at of Array(100_000).keys()) {
      made++
      yield {at}
    }
  }
  const pieces = writeJson({findings: findings()})
  let read = 0
  for (const _ of pieces) {
    read++
    if (made > read) break
  }
  expect({made, ahead: made > read}).toEqual({made: 100_000, ahead: false})
})
