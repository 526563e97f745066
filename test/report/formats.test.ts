import type {ReportJson} from '../../src/report/schema.ts'
import {readFileSync} from 'node:fs'

import {Ajv2020} from 'ajv/dist/2020.js'
import Ajv4 from 'ajv-draft-04'
import {describe, expect, test} from 'vitest'
import {validateXML} from 'xmllint-wasm'

import type {Report} from '../../src/model/report.ts'
import {chunks} from '../../src/report/chunks.ts'
import {formats, type FormatName} from '../../src/report/formats.ts'
import {cases} from './__fixtures__/cases.ts'
import {largeAccount} from './__fixtures__/large-account.ts'

const root = new URL('../../', import.meta.url)
const reports = {...cases, large: largeAccount(2_000)}

async function rendered(format: FormatName, report: Report): Promise<string> {
  const render = await formats[format]()
  return [...chunks(render(report, {width: 100, colour: false, limit: Infinity}))].join('')
}

function read(file: string): string {
  return readFileSync(new URL(file, root), 'utf8')
}

function schema(file: string): object {
  return JSON.parse(read(file)) as object
}

describe.each(Object.entries(reports))('%s is valid', (_, report) => {
  test('SARIF', async () => {
    const validate = new Ajv4.default({strict: false, validateFormats: false}).compile(
      schema('fixtures/report-schemas/sarif-2.1.0.schema.json'),
    )
    validate(JSON.parse(await rendered('sarif', report)))
    expect(validate.errors).toBeNull()
  })

  test('JUnit XML', async () => {
    const xml = [{fileName: 'report.xml', contents: await rendered('junit', report)}]
    const xsd = [{fileName: 'junit.xsd', contents: read('fixtures/report-schemas/junit.xsd')}]
    expect((await validateXML({xml, schema: xsd})).errors).toEqual([])
  })

  test('GitLab Code Quality', async () => {
    const validate = new Ajv2020().compile(schema('fixtures/report-schemas/gitlab.schema.json'))
    validate(JSON.parse(await rendered('gitlab', report)))
    expect(validate.errors).toBeNull()
  })

  test('NDJSON', async () => {
    const validate = new Ajv2020().compile(schema('schemas/report-line.schema.json'))
    const lines = (await rendered('ndjson', report)).trimEnd().split('\n')
    for (const line of lines) {
      validate(JSON.parse(line))
      expect(validate.errors).toBeNull()
    }
    expect(JSON.parse(lines.at(-1) ?? '')).toHaveProperty('kind', 'summary')
  })
})

/** How many findings each format tells of. */
const counts: Readonly<Partial<Record<FormatName, (text: string) => number>>> = {
  csv: (text) => rowsOf(text) - 1,
  github: (text) => Number(/trueup: ([\d,]+) finding/.exec(text)?.[1]?.replaceAll(',', '') ?? 0),
  gitlab: (text) => (JSON.parse(text) as unknown[]).length,
  html: (text) => findingsOf(text).length,
  json: (text) => (JSON.parse(text) as {findings: unknown[]}).findings.length,
  junit: (text) => [...text.matchAll(/<testcase (?![^>]*classname="trueup\.gap-)/g)].length,
  ndjson: (text) => [...text.matchAll(/^\{"kind":"finding"/gm)].length,
  sarif: (text) => (JSON.parse(text) as {runs: {results: unknown[]}[]}).runs[0]?.results.length ?? 0,
}

describe.each(Object.entries(reports))('%s', (_, report) => {
  test.each(Object.entries(counts))('%s tells of all findings', async (format, count) => {
    expect(count(await rendered(format as FormatName, report))).toBe(report.summary.total)
  })

  test('JSON: each group has as many findings as it says', async () => {
    const {findings, groups = []} = JSON.parse(await rendered('json', report)) as ReportJson
    const named = Map.groupBy(
      findings.filter(({group}) => group !== undefined),
      ({group}) => group,
    )
    const counted = Object.fromEntries([...named].map(([id = '', of]) => [id, of.length]))
    expect(counted).toEqual(Object.fromEntries(groups.map(({id, count}) => [id, count])))
  })

  test('a comment says how many findings it has no room for', async () => {
    const text = await rendered('markdown', report)
    const single = [...text.matchAll(/^\| [🟥🟧🟨🟦⬜] \| `/gmu)].length
    const grouped = [...text.matchAll(/^\| [🟥🟧🟨🟦⬜] \| (\d+) × \|/gmu)].map(([, many]) => Number(many))
    const shown = grouped.reduce((sum, many) => sum + many, single)
    const more = Number(/^([\d,]+) findings? more:/m.exec(text)?.[1]?.replaceAll(',', '') ?? 0)
    const known = Number(/ new, ([\d,]+) known/.exec(text)?.[1]?.replaceAll(',', '') ?? 0)
    expect(shown + more + known).toBe(report.summary.total)
    expect(text.length).toBeLessThan(65_536)
  })
})

describe.each(Object.entries(reports).filter(([, {ignored}]) => ignored !== undefined))('%s', (_, report) => {
  test.each<FormatName>(['terminal', 'markdown', 'github', 'html'])(
    '%s says how many findings are ignored',
    async (format) => {
      expect(await rendered(format, report)).toContain(
        `${report.ignored?.findings} findings, ${report.ignored?.resources} resources not looked at`,
      )
    },
  )

  test.each<FormatName>(['json', 'ndjson', 'sarif', 'junit'])('%s has the figures', async (format) => {
    expect(await rendered(format, report)).toMatch(/"?ignored"?.{0,40}\b3\b/s)
  })
})

/** What a page carries for its program. */
function findingsOf(page: string): readonly unknown[] {
  const [, data = ''] = /<script type="application\/json" id="finding-data">(.*?)<\/script>/s.exec(page) ?? []
  return JSON.parse(data) as unknown[]
}

/** Cells in quotes may hold line breaks; ours never do, since these are written as escapes. */
function rowsOf(csv: string): number {
  return csv.trimEnd().split('\r\n').length
}

test('a spreadsheet takes no cell for a formula', async () => {
  const text = await rendered('csv', cases['hostile-names'] as Report)
  const cells = text.split('\r\n').flatMap((row) => row.match(/"(?:[^"]|"")*"|[^,]+/g) ?? [])
  expect(cells.filter((cell) => /^"?[=+\-@\t\r]/.test(cell))).toEqual([])
})

test('code scanning takes no more than 25,000 results a run: the rest is named', async () => {
  const report = largeAccount(26_000)
  const {runs} = JSON.parse(await rendered('sarif', report)) as {
    runs: {results: unknown[]; invocations: {toolExecutionNotifications: {message: {text: string}}[]}[]}[]
  }
  expect(runs[0]?.results).toHaveLength(25_000)
  expect(runs[0]?.invocations[0]?.toolExecutionNotifications[0]?.message.text).toMatch(/^1000 findings are left out/)
})
