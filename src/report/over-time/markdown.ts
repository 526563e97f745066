import type {FindingLife, History} from '../../model/history.ts'
import {counted} from '../count-text.ts'
import {code, plain} from '../markdown-text.ts'
import {codeTitle, keptName, keptProperty, keptSource, signedAmount} from './finding-text.ts'
import {scopeText} from './scope-text.ts'
import {sparkline} from './sparkline.ts'
import {standingsShown, standingTitles} from './standings.ts'
import {ageText, clockText, dayText} from './time-text.ts'
import {trendLines} from './trends.ts'

/** What a comment and a job summary take; see `report/markdown.ts`. */
const mostCharacters = 60_000

/** A history for a comment or a job summary: what changed first, cut where it gets too long. */
export function renderHistoryMarkdown(history: History): string {
  const {scope, since, runs, cost, gaps} = history
  const head = [
    '## trueup: history',
    '',
    `${plain(scopeText(scope.of))}: ${counted(runs.length, 'run')}${since === undefined ? '' : `, against that of ${clockText(since)}`}`,
    ...cost
      .filter(({amount}) => Number(amount) !== 0)
      .map(
        ({amount, currency}) =>
          `\n**${signedAmount(amount, currency)}** over the time that they were there, at list prices.`,
      ),
    '',
    ...trendsOf(history),
  ].join('\n')
  const foot = gaps.length > 0 ? `\n${counted(gaps.length, 'kept run')} could not be read.\n` : ''
  return `${head}\n${sections(history, mostCharacters - head.length - foot.length)}${foot}`
}

function trendsOf({runs}: History): readonly string[] {
  const found = runs.length < 2 ? [] : trendLines(runs)
  if (found.length === 0) return []
  return [
    '| | from | | to |',
    '| --- | ---: | --- | ---: |',
    ...found.map(
      ({name, first, values, last}) => `| ${plain(name.trim())} | ${first} | ${code(sparkline(values))} | ${last} |`,
    ),
    '',
  ]
}

function sections({findings}: History, room: number): string {
  const byStanding = Map.groupBy(findings, ({standing}) => standing)
  let left = room - 300
  let hidden = 0
  const parts = standingsShown.flatMap((standing) => {
    const lives = byStanding.get(standing)
    if (!lives) return []
    const rows: string[] = []
    for (const life of lives) {
      const text = row(life)
      left -= text.length + 1
      if (left < 0) hidden += 1
      else rows.push(text)
    }
    if (rows.length === 0) return []
    const title = `### ${standingTitles[standing].title} (${lives.length})`
    return [
      [
        title,
        '',
        '| Resource | Finding | Since | For | Cost | Where |',
        '| --- | --- | --- | ---: | ---: | --- |',
        ...rows,
        '',
      ].join('\n'),
    ]
  })
  if (hidden > 0) parts.push(`${counted(hidden, 'finding')} more: a comment takes no more text. \`--json\` has all.\n`)
  return parts.join('\n')
}

function row({finding, appearances, seconds, cost}: FindingLife): string {
  const property = keptProperty(finding)
  const cells = [
    code(keptName(finding)),
    `${plain(codeTitle(finding.code))}${property === '' ? '' : ` ${code(property)}`}`,
    dayText(appearances[0]?.firstSeen ?? ''),
    ageText(seconds),
    cost && Number(cost.amount) !== 0 ? signedAmount(cost.amount, cost.currency) : '',
    code(keptSource(finding)),
  ]
  return `| ${cells.join(' | ')} |`
}
