import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'

import {beforeAll, expect, test} from 'vitest'

import type {Report} from '../../src/model/report.ts'
import {chunks} from '../../src/report/chunks.ts'
import type {Format} from '../../src/report/format.ts'
import {formatNames, formats} from '../../src/report/formats.ts'
import {largeAccount} from './__fixtures__/large-account.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes alive because of the writer, at the worst of some forty moments, and characters written. */
function written(render: Format, report: Report): {readonly peak: number; readonly length: number} {
  collect()
  const base = process.memoryUsage().heapUsed
  let [peak, length, next] = [0, 0, 0]
  for (const block of chunks(render(report, {width: 100, colour: false, limit: Infinity}))) {
    length += block.length
    if (length < next) continue
    collect()
    peak = Math.max(peak, process.memoryUsage().heapUsed - base)
    next = length * 1.3
  }
  return {peak, length}
}

/**
 * A reference and a fingerprint's place in a table is what a finding may cost a writer beyond its own text; a format that held its
 * text, or a copy of the findings, would take several hundred bytes for each.
 */
const perFinding = 96

const few = new Map<string, number>()
let report: Report

// The few of all formats first: while a hundred thousand findings are there, each collection takes ten times as long.
beforeAll(async () => {
  const [warm, small] = [largeAccount(100), largeAccount(10_000)]
  for (const name of formatNames) {
    const render = await formats[name]()
    written(render, warm)
    few.set(name, written(render, small).peak)
  }
  report = largeAccount(100_000)
}, 120_000)

test.each(formatNames)(
  'a hundred thousand findings take %s no more memory to write than ten thousand',
  async (name) => {
    const many = written(await formats[name](), report)
    expect(many.peak - (few.get(name) ?? NaN)).toBeLessThan(perFinding * 90_000)
    expect(many.length).toBeGreaterThan(0)
  },
  120_000,
)

test('formats with a limit say what they leave out', async () => {
  const [markdown, sarif] = [await textOf('markdown'), await textOf('sarif')]
  expect(markdown.length).toBeLessThan(65_536)
  const rows = [...markdown.matchAll(/^\| [🟥🟧🟨🟦⬜] \| `/gmu)].length
  expect(markdown).toContain(`${(100_000 - rows).toLocaleString('en-US')} findings more`)
  expect(sarif).toContain('75000 findings are left out')
}, 120_000)

async function textOf(name: 'markdown' | 'sarif'): Promise<string> {
  return [...chunks((await formats[name]())(report, {width: 100, colour: false}))].join('')
}
