import type {UntaggedKey, UntaggedRow, UntaggedSpend} from '../../model/bill-report.ts'
import {Decimal} from '../../model/money.ts'
import {counted} from '../count-text.ts'
import type {FormatOptions} from '../format.ts'
import {harmless} from '../harmless.ts'
import {columns} from '../terminal/columns.ts'
import {heading} from '../terminal/heading.ts'
import {sourceText} from '../terminal/subject.ts'
import {flow, wrapped} from '../terminal/text.ts'
import {type View, viewOf} from '../terminal/view.ts'
import {billClosing, billOpening, moneyText} from './opening.ts'
import {billTotals} from './totals.ts'
import {causeTexts} from './words.ts'

/** `trueup spend untagged` for a person at a terminal. */
export function* renderUntaggedSpend(spend: UntaggedSpend, options: FormatOptions): Generator<string> {
  const view = viewOf({findings: [], gaps: spend.gaps}, options)
  for (const line of lines(spend, view)) for (const fitting of wrapped(line, view.width)) yield `${fitting}\n`
}

function* lines(spend: UntaggedSpend, view: View): Generator<string> {
  yield* billOpening('Untagged accelerator spend', spend, view)
  yield ''
  yield coverageText(spend)
  yield* keys(spend, view)
  yield* resourceList(spend, view)
  yield* billTotals(spend, view)
  yield* billClosing(spend, view)
}

function coverageText({coverage}: UntaggedSpend): string {
  const {taggedShareOfSpend: bySpend, taggedShareOfResources: byCount, resources} = coverage
  if (bySpend === undefined) return 'No accelerator that can be tagged is on the bill.'
  const count = byCount === undefined ? '' : `, ${percent(byCount)} of ${counted(resources, 'resource')}`
  return `All required tags are on ${percent(bySpend)} of the accelerator spend${count}.`
}

function percent(share: string): string {
  return `${new Decimal(share).times(100).toDecimalPlaces(1, Decimal.ROUND_DOWN).toFixed()} %`
}

function* keys(spend: UntaggedSpend, view: View): Generator<string> {
  yield* heading('By key', counted(spend.keys.length, 'required key'), view)
  yield* columns(
    spend.keys.flatMap((key) => keyCells(key, spend, view)),
    {width: view.width, right: [1]},
  )
}

function keyCells(key: UntaggedKey, spend: UntaggedSpend, {paint}: View): readonly (readonly string[])[] {
  const total = [paint.bold(harmless(key.key)), moneyText(key.amount, spend), counted(key.resources, 'resource')]
  return [
    total,
    ...key.causes.map(({cause, amount, resources}) => [
      `  ${causeTexts[cause]}`,
      moneyText(amount, spend),
      counted(resources, 'resource'),
    ]),
  ]
}

function* resourceList(spend: UntaggedSpend, view: View): Generator<string> {
  const {rows} = spend
  if (rows.length === 0) return
  yield* heading('By resource', counted(rows.length, 'row'), view)
  const shown = rows.slice(0, view.limit * 3)
  for (const row of shown) yield* rowLines(row, spend, view)
  if (rows.length > shown.length) yield view.paint.dim(`  … ${counted(rows.length - shown.length, 'more row')}`)
}

function* rowLines(row: UntaggedRow, spend: UntaggedSpend, {paint, width}: View): Generator<string> {
  const {resource, account, region, instanceType, model, amount, idle, missing, address, source, owner, team} = row
  const name = address === undefined ? (resource ?? `${row.product}, no resource named`) : `${address} (${resource})`
  yield* flow(
    '  ',
    `${paint.bold(moneyText(amount, spend))}  ${harmless(name)}`,
    [
      harmless(model === undefined ? instanceType : `${instanceType}, ${model}`),
      harmless(`${account} ${region}`.trim()),
      ...(idle ? [paint.yellow('idle')] : []),
    ],
    width,
  )
  const lacks = [...Map.groupBy(missing, ({cause, found = ''}) => `${cause}\n${found}`).values()].map((alike) => {
    const instead = alike[0]?.found === undefined ? '' : ` (${harmless(alike[0].found)})`
    const names = alike.map(({key}) => harmless(key)).join(', ')
    return `${paint.red(names)}: ${causeTexts[alike[0]?.cause ?? 'never-tagged']}${instead}`
  })
  const who = [
    ...(owner
      ? [`${owner.kind} ${harmless(owner.name)}${owner.address === undefined ? '' : `, ${harmless(owner.address)}`}`]
      : []),
    ...(team === undefined ? [] : [`team ${harmless(team)}`]),
    ...(source ? [sourceText(source)] : owner?.source ? [sourceText(owner.source)] : []),
  ]
  for (const lack of lacks) yield* flow('      ', lack, [], width)
  if (who.length > 0)
    yield* flow(
      '      ',
      paint.dim(who[0] ?? ''),
      who.slice(1).map((text) => paint.dim(text)),
      width,
    )
}
