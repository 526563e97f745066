import type {Finding, FindingCode} from '../../model/finding.ts'
import type {Report} from '../../model/report.ts'
import {counted} from '../count-text.ts'
import {findingWords} from '../finding-words.ts'
import type {Words} from '../words.ts'
import {escaped, scriptJson} from './escape.ts'
import {pageFinding} from './page-finding.ts'
import type {PageFrame} from './page-data.ts'
import {table, type Cell} from './table.ts'

/** Findings in the table that is there without scripts, and in print; the worst come first. */
const mostPlain = 200

/**
 * A plain table of the worst findings, and all of them as JSON, one by one, so that no more than one is in memory as text. The page's
 * program puts a table in its place that can be searched.
 */
export function* findingsBody({findings}: Report): Generator<string> {
  if (findings.length === 0) yield '<p>There are none.</p>\n'
  yield '<div id="finding-table"></div>\n<div id="plain-findings">\n'
  const left = findings.length - mostPlain
  if (left > 0) {
    const text = `The ${mostPlain} worst of ${counted(findings.length, 'finding')}; ${counted(left, 'is', 'are')} not shown here. With scripts switched on, this page shows all of them.`
    yield `<p class="left" id="plain-left">${escaped(text)}</p>\n`
  }
  yield* plainTable(findings.slice(0, mostPlain))
  yield '</div>\n'
  yield `<script type="application/json" id="finding-frame">${scriptJson(frame(findings))}</script>\n`
  yield '<script type="application/json" id="finding-data">['
  const seen = new Map<string, number>()
  let separator = '\n'
  for (const finding of findings) {
    yield `${separator}${scriptJson(pageFinding(finding, seen))}`
    separator = ',\n'
  }
  yield '\n]</script>\n'
}

function plainTable(findings: readonly Finding[]): Iterable<string> {
  const seen = new Map<string, number>()
  const rows = findings.map((finding): readonly Cell[] => {
    const {id, severity, subject, says, place = '', account, region} = pageFinding(finding, seen)
    return [
      {text: subject, mono: true, id: `finding-${id}`},
      severity,
      says,
      [account, region].filter((text) => text !== undefined).join(' '),
      {text: place, mono: true},
    ]
  })
  const columns = ['Resource', 'Severity', 'Finding', 'Where', 'File'].map((title) => ({title}))
  return table({caption: 'Findings, the worst first', columns, rows})
}

function frame(findings: readonly Finding[]): PageFrame {
  const codes = [...new Set(findings.map(({code}) => code))]
  return {words: Object.fromEntries(codes.map((code) => [code, wordsOf(code)]))}
}

function wordsOf(code: FindingCode): Words {
  const {title, meaning, steps} = findingWords[code]
  return {title, meaning, steps}
}
