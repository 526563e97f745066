import {gzipSync} from 'node:zlib'
import {randomBytes} from 'node:crypto'
import {readFileSync} from 'node:fs'

import Ajv4 from 'ajv-draft-04'
import {parse} from 'csv-parse/sync'
import {micromark} from 'micromark'
import {gfm, gfmHtml} from 'micromark-extension-gfm'
import {describe, expect, test} from 'vitest'
import {validateXML} from 'xmllint-wasm'

import type {Report} from '../../src/model/report.ts'
import {chunks} from '../../src/report/chunks.ts'
import {formatNames, formats, type FormatName} from '../../src/report/formats.ts'
import {declared, finding, report} from './__fixtures__/build.ts'
import {payloads, poisoned} from './__fixtures__/payloads.ts'
import {richAccount} from './__fixtures__/rich-account.ts'
import {withoutProgram} from './__fixtures__/without-program.ts'

const read = (file: string): string =>
  readFileSync(new URL(`../../fixtures/report-schemas/${file}`, import.meta.url), 'utf8')
const sarifSchema = new Ajv4.default({strict: false, validateFormats: false}).compile(
  JSON.parse(read('sarif-2.1.0.schema.json')) as object,
)

/** Characters that hide, reorder or steer; lines of a file end in some. */
const harmful = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

async function rendered(format: FormatName, one: Report): Promise<string> {
  const render = await formats[format]()
  return [...chunks(render(one, {width: 100, colour: false, limit: Infinity}))].join('')
}

interface Sarif {
  readonly runs: readonly {
    readonly results: readonly {
      readonly message: {readonly text: string}
      readonly locations: readonly {
        readonly physicalLocation: {readonly artifactLocation: {readonly uri: string}}
      }[]
    }[]
  }[]
}

describe.each(
  Object.entries(payloads).flatMap(([name, payload]) => [
    [`${name}, behind every text`, poisoned(richAccount, payload)] as const,
    [`${name}, in place of every text`, poisoned(richAccount, payload, true)] as const,
  ]),
)('%s', (_, hostile) => {
  test.each(formatNames)('%s holds no character that hides, reorders or steers', async (format) => {
    const text = withoutProgram(await rendered(format, hostile))
    expect(harmful.exec(format === 'csv' ? text.replaceAll('\r\n', '\n') : text)).toBeNull()
  })

  test('the log of a workflow has our commands alone', async () => {
    const lines = (await rendered('github', hostile)).trimEnd().split('\n')
    const annotation = /^::(?:error|warning|notice) (?:\w+=[^:,\s]*(?: [^:,]*)?,?)+::/
    expect(lines.slice(0, -1).filter((line) => !annotation.test(line))).toEqual([])
    expect(lines.at(-1)).toMatch(/^trueup: /)
    expect(lines.length).toBeLessThanOrEqual(hostile.findings.length + 1)
  })

  test('a spreadsheet sees cells, and no formula', async () => {
    const rows = parse(await rendered('csv', hostile), {relax_column_count: false})
    expect(rows).toHaveLength(hostile.findings.length + 1)
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  })

  test('a comment has no link, picture, mention or markup of others', async () => {
    const text = await rendered('markdown', hostile)
    expect(text.length).toBeLessThan(65_536)
    const page = micromark(text, {extensions: [gfm()], htmlExtensions: [gfmHtml()]})
    expect(page).not.toMatch(/<(?:a|img|script|style|iframe|svg|h1|hr|input)\b/)
    const outside = page.replaceAll(/<code>.*?<\/code>/gs, '')
    expect(outside).not.toMatch(/@\w|(?<!&)#\d|GH-\d/)
    const rows = [...page.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) => row.split(/<t[hd]\b/).length - 1)
    expect(rows.filter((cells) => cells !== 4 && cells !== 5)).toEqual([])
  })

  test('a test report is well-formed, and has the tests that it says', async () => {
    const contents = await rendered('junit', hostile)
    const xml = [{fileName: 'report.xml', contents}]
    const schema = [{fileName: 'junit.xsd', contents: read('junit.xsd')}]
    expect((await validateXML({xml, schema})).errors).toEqual([])
    expect([...contents.matchAll(/<testcase /g)]).toHaveLength(hostile.findings.length + hostile.gaps.length)
  })

  test('code scanning is given addresses of files, and no links', async () => {
    const log = JSON.parse(await rendered('sarif', hostile)) as Sarif
    sarifSchema(log)
    expect(sarifSchema.errors).toBeNull()
    const results = log.runs.flatMap((run) => run.results)
    expect(results.filter(({message}) => /\]\(/.test(message.text))).toEqual([])
    for (const {locations} of results) {
      const {uri} = locations[0]?.physicalLocation.artifactLocation ?? {uri: ''}
      expect(uri).toMatch(/^[\w./%~!'()*-]+$/)
      expect(['https://repository.example', 'null']).toContain(new URL(uri, 'https://repository.example/').origin)
    }
  })

  test('programs read back JSON', async () => {
    for (const format of ['json', 'gitlab'] as const) {
      expect(typeof JSON.parse(await rendered(format, hostile))).toBe('object')
    }
    const lines = (await rendered('ndjson', hostile)).trimEnd().split('\n')
    expect(lines.map((line) => typeof JSON.parse(line))).toEqual(lines.map(() => 'object'))
  })
})

test('code scanning takes 10 MB, compressed: findings beyond are counted', async () => {
  // Names that cannot be compressed.
  const findings = Array.from({length: 6_000}, (_, at) =>
    finding('low', declared(`aws_sqs_queue.jobs["${randomBytes(1500).toString('base64')}"]`, `jobs-${at}`), {
      code: 'missing',
    }),
  )
  const text = await rendered('sarif', report({findings}))
  const shown = (JSON.parse(text) as Sarif).runs[0]?.results.length ?? 0
  expect(gzipSync(text).length).toBeLessThan(10_000_000)
  expect(shown).toBeGreaterThan(1_000)
  expect(text).toContain(`${findings.length - shown} findings are left out`)
})
