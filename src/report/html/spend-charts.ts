import type {Finding} from '../../model/finding.ts'
import {Decimal, decimalText} from '../../model/money.ts'
import type {Report} from '../../model/report.ts'
import type {RunRate, RunRateRow} from '../../model/spend.ts'
import {causeText} from './facts.ts'
import type {Chart, Tone} from './page-data.ts'

const mostBars = 12

/** What running accelerators cost a month at list prices, in the main currency: by model, by team and by why nobody owns them. */
export function spendCharts({spend, tagCoverage, findings}: Report): readonly Chart[] {
  if (!spend || spend.rows.length === 0) return []
  const rows = spend.rows.filter(({currency = spend.currency}) => currency === spend.currency)
  return [
    byModel(rows, spend),
    ...byTeam(spend, tagCoverage),
    ...(spend.ownershipKeys && rows.some(isUnowned) ? [byCause(rows, spend, findings)] : []),
  ]
}

function byModel(rows: readonly RunRateRow[], spend: RunRate): Chart {
  const isJudged = spend.ownershipKeys !== undefined
  const owned = isJudged ? 'owned' : 'spend'
  return stacked(
    {id: 'spend-by-model', title: 'Accelerator spend by model', spend},
    rows.map((row) => ({
      category: row.model,
      series: isUnowned(row) ? 'owned by nobody' : row.notes?.includes('tags-unknown') ? 'not knowable' : owned,
      amount: row.monthly,
    })),
    [
      [owned, isJudged ? 'good' : 'first'],
      ['not knowable', 'unknown'],
      ['owned by nobody', 'bad'],
    ],
  )
}

/** As the tag says that a policy marks as that of the team; `nobody` where it is not there. */
function byTeam(spend: RunRate, coverage: Report['tagCoverage']): readonly Chart[] {
  const {teamKey, by} = coverage ?? {}
  const priced = (by?.team ?? []).filter(({monthly}) => monthly && !new Decimal(monthly.total).isZero())
  if (teamKey === undefined || priced.length === 0) return []
  const items = priced.map(({name, monthly}) => ({category: name, series: 'spend', amount: monthly?.total}))
  return [stacked({id: 'spend-by-team', title: `Accelerator spend by ${teamKey}`, spend}, items, [['spend', 'first']])]
}

/** Why it is not owned: what was found of its tags; a row with several causes counts under the first. */
function byCause(rows: readonly RunRateRow[], spend: RunRate, findings: readonly Finding[]): Chart {
  const causes = causesByObject(findings, new Set(spend.ownershipKeys))
  const items = rows.filter(isUnowned).map((row) => ({
    category: causes.get(nameOf(row)) ?? causes.get(row.id) ?? 'cause not known',
    series: 'owned by nobody',
    amount: row.monthly,
  }))
  return stacked({id: 'spend-by-cause', title: 'Spend that nobody owns, by cause', spend}, items, [
    ['owned by nobody', 'bad'],
  ])
}

function causesByObject(findings: readonly Finding[], keys: ReadonlySet<string>): ReadonlyMap<string, string> {
  const causes = new Map<string, string>()
  for (const finding of findings) {
    if (!('cause' in finding) || finding.cause === undefined || !keys.has(finding.key)) continue
    const {address, id} = finding.subject
    for (const name of [address, id]) {
      if (name !== undefined && !causes.has(name)) causes.set(name, causeText(finding.cause))
    }
  }
  return causes
}

function nameOf({address, id}: RunRateRow): string {
  return address ?? id
}

export function isUnowned({missingKeys}: RunRateRow): boolean {
  return missingKeys.length > 0
}

interface Item {
  readonly category: string
  readonly series: string
  readonly amount: string | undefined
}

/** Sums by category and series, the dearest category first; what has no price is in no bar. */
function stacked(
  {id, title, spend}: {readonly id: string; readonly title: string; readonly spend: RunRate},
  items: readonly Item[],
  series: readonly (readonly [string, Tone])[],
): Chart {
  const priced = items.filter(({amount}) => amount !== undefined)
  const sums = new Map<string, Decimal>()
  for (const {category, series: name, amount = '0'} of priced) {
    for (const key of [category, `${name}\n${category}`]) sums.set(key, (sums.get(key) ?? new Decimal(0)).plus(amount))
  }
  const names = [...new Set(priced.map(({category}) => category))]
  const bars = names.toSorted((a, b) => (sums.get(b) ?? new Decimal(0)).comparedTo(sums.get(a) ?? 0)).slice(0, mostBars)
  const left = names.length - bars.length
  return {
    id,
    title,
    note: `${spend.currency} a month, ${spend.basis}${left > 0 ? `; ${left} more below` : ''}`,
    kind: 'bars',
    unit: spend.currency,
    categories: bars.map((name) => ({name})),
    series: series
      .map(([name, tone]) => ({
        name,
        tone,
        values: bars.map((bar) => decimalText(sums.get(`${name}\n${bar}`) ?? new Decimal(0))),
      }))
      .filter(({values}) => values.some((value) => value !== '0')),
  }
}
