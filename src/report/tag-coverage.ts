import {Decimal} from '../model/money.ts'
import type {TagCoverage, TagCoverageDimension, TagCoverageFigures, TagCoverageRow} from '../model/tag-coverage.ts'
import {counted, countText} from './count-text.ts'
import type {FormatOptions} from './format.ts'
import {harmless} from './harmless.ts'
import {decimalPlaces} from './money-text.ts'
import {columns} from './terminal/columns.ts'
import {gapsSection} from './terminal/gaps.ts'
import {heading} from './terminal/heading.ts'
import {wrapped} from './terminal/text.ts'
import {type View, viewOf} from './terminal/view.ts'

/** `trueup tags coverage` for a person at a terminal: a table a dimension, by count and by money. */
export function* renderTagCoverage(coverage: TagCoverage, options: FormatOptions): Generator<string> {
  const view = viewOf({findings: [], gaps: coverage.gaps}, options)
  for (const line of lines(coverage, view)) for (const fitting of wrapped(line, view.width)) yield `${fitting}\n`
}

function* lines(coverage: TagCoverage, view: View): Generator<string> {
  yield* summary(coverage, view)
  for (const dimension of ['key', 'team', 'type', 'account', 'region'] as const) {
    const rows = coverage.by[dimension]
    if (rows.length > 0 && !(dimension === 'team' && coverage.teamKey === undefined)) {
      yield* table(titleOf(dimension, coverage), rows, coverage.spend ?? {}, view)
    }
  }
  if (coverage.gaps.length > 0) yield* gapsSection(coverage.gaps, view)
}

function titleOf(dimension: TagCoverageDimension, {teamKey = ''}: TagCoverage): string {
  return dimension === 'team' ? `By team (${harmless(teamKey)})` : `By ${dimension}`
}

function* summary(coverage: TagCoverage, {paint, width}: View): Generator<string> {
  const {total, spend, keys, notTaggable, inBaseline} = coverage
  const {monthly} = total
  const rows = [
    ['Required', keys.length === 0 ? 'no key: no policy requires one' : keys.map(harmless).join(', ')],
    ['By count', `${shareText(countShare(total))} of ${counted(total.objects, 'object')}, ${restText(total)}`],
    ...(monthly && spend
      ? [
          [
            'By spend',
            `${shareText(moneyShare(total))} of ${spend.currency} ${decimalPlaces(monthly.total, 2)} a month, ` +
              `${decimalPlaces(monthly.lacking, 2)} lacking, ${decimalPlaces(monthly.unknown, 2)} not knowable ` +
              `(${spend.basis}; accelerators that run)`,
          ],
        ]
      : [['By spend', 'nothing that runs and has a price was looked at']]),
    ...(notTaggable > 0 ? [['Left out', `${countText(notTaggable)} that cannot be tagged`]] : []),
    ...(inBaseline > 0 ? [['', `${counted(inBaseline, 'object')} that lack only what the baseline knows`]] : []),
  ]
  yield* columns(
    rows.map(([label = '', text = '']) => [paint.dim(label), text]),
    {width, indent: ''},
  )
}

function restText({lacking, exempted, unknown}: TagCoverageFigures): string {
  return [
    `${countText(lacking)} lacking`,
    ...(exempted > 0 ? [`${countText(exempted)} exempted`] : []),
    `${countText(unknown)} not knowable`,
  ].join(', ')
}

function* table(
  title: string,
  rows: readonly TagCoverageRow[],
  {currency = ''}: Partial<Spend>,
  view: View,
): Generator<string> {
  const {paint, limit, width} = view
  yield* heading(title, '', view)
  const isPriced = rows.some(({monthly}) => monthly !== undefined)
  const head = [
    '',
    'share',
    'lacking',
    'unknown',
    'of',
    ...(isPriced ? ['share', 'lacking', `of ${currency}/month`] : []),
  ]
  const shown = rows.length <= limit + 1 ? rows : rows.slice(0, limit)
  const cells = shown.map((row) => [
    harmless(row.name),
    shareText(countShare(row)),
    countText(row.lacking),
    countText(row.unknown),
    countText(row.objects),
    ...(isPriced ? moneyCells(row) : []),
  ])
  const right = Array.from({length: head.length - 1}, (_, at) => at + 1)
  yield* columns([head.map((cell) => paint.dim(cell)), ...cells], {width, right})
  if (rows.length > shown.length) yield paint.dim(`  … ${countText(rows.length - shown.length)} more; --json has all`)
}

type Spend = NonNullable<TagCoverage['spend']>

/** Whole units of the currency: cents say nothing of a list price. */
function moneyCells(row: TagCoverageRow): readonly string[] {
  const {monthly} = row
  if (!monthly) return ['–', '–', '–']
  return [shareText(moneyShare(row)), decimalPlaces(monthly.lacking, 0), decimalPlaces(monthly.total, 0)]
}

/** Of what is known: what nobody could see counts neither way. Exempted objects do lack the tag. */
function countShare({objects, covered, unknown}: TagCoverageFigures): number | undefined {
  return objects === unknown ? undefined : covered / (objects - unknown)
}

function moneyShare({monthly}: TagCoverageFigures): number | undefined {
  if (!monthly) return undefined
  const known = new Decimal(monthly.total).minus(monthly.unknown)
  return known.isZero() ? undefined : new Decimal(monthly.covered).dividedBy(known).toNumber()
}

/** Rounded down, so that 100 % means all. */
function shareText(share: number | undefined): string {
  return share === undefined ? '–' : `${(Math.floor(share * 1000 + 1e-9) / 10).toFixed(1)} %`
}
