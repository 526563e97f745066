import type {BillSpend, BucketSum, UntaggedKey, UntaggedRow, UntaggedSpend} from '../../model/bill-report.ts'
import type {CostBasis} from '../../model/bill.ts'
import {Decimal, decimalText} from '../../model/money.ts'
import {type KindSum, kindSum, sumOf} from '../bill-sums.ts'
import {costColumns} from '../charges/charge-line.ts'
import {acceleratorBuckets, anyUsage} from '../classify/charge-kind.ts'
import {byAmount, deviceHours, machineLines, type MachineLines} from '../gpu-spend.ts'

/** Sums of usage that lacks a key, or any of several: all that an engine tells that knows no resources. */
export interface LackingSums {
  readonly keys: readonly string[]
  readonly rows: readonly Readonly<Record<string, string>>[]
}

/**
 * What accelerators cost that lack required tags, where neither resources nor all tags of a line are known: how much, by key and by machine.
 *
 * @param whole sums of all kinds, of which the lacking ones are a part
 */
export function untaggedBySums(
  lacking: readonly LackingSums[],
  whole: readonly KindSum[],
  spend: BillSpend,
  keys: readonly string[],
): Pick<UntaggedSpend, 'buckets' | 'keys' | 'coverage' | 'rows'> {
  const {basis} = spend
  const of = (some: readonly string[]): readonly MachineLines[] =>
    lacking
      .filter((one) => one.keys.length === some.length && some.every((key) => one.keys.includes(key)))
      .flatMap(({rows}) => rows.flatMap((row) => acceleratorLines(row, basis) ?? []))
  const total = sumOf(whole.filter(isAccelerator).map(({cost}) => cost))
  const untagged = of(keys)
  const cost = costOf(untagged)
  const all = whole.filter(isAccelerator).reduce((sum, {lines}) => sum + lines, 0)
  const own: readonly BucketSum[] = [
    {name: 'tagged', amount: decimalText(total.minus(cost)), lines: Math.max(0, all - untagged.length)},
    {name: 'untagged', amount: decimalText(cost), lines: untagged.length},
  ]
  return {
    buckets: [...own, ...spend.buckets.filter(({name}) => !acceleratorBuckets.has(name))],
    keys: keys.map((key): UntaggedKey => {
      const amount = costOf(of([key]))
      // A key that not even one line of any kind has is not activated.
      const cause = isEverywhere(lacking, key, spend, whole) ? 'key-not-in-bill' : 'not-told'
      return {
        key,
        amount: decimalText(amount),
        resources: 0,
        causes: amount.isZero() ? [] : [{cause, amount: decimalText(amount), resources: 0}],
      }
    }),
    coverage: {
      amount: decimalText(total),
      untaggedAmount: decimalText(cost),
      ...(!total.isZero() && {taggedShareOfSpend: decimalText(total.minus(cost).div(total).toDecimalPlaces(6))}),
      resources: 0,
      untaggedResources: 0,
    },
    rows: rowsOf(untagged, keys),
  }
}

function isEverywhere(
  lacking: readonly LackingSums[],
  key: string,
  {basis}: BillSpend,
  whole: readonly KindSum[],
): boolean {
  const usage = sumOf(whole.filter(({kind}) => kind.line_type === anyUsage).map(({cost}) => cost))
  const without = lacking.filter(({keys}) => keys.length === 1 && keys[0] === key).flatMap(({rows}) => rows)
  return sumOf(without.map((row) => new Decimal(row[costColumns[basis]] ?? 0))).equals(usage)
}

function isAccelerator({classified}: KindSum): boolean {
  return acceleratorBuckets.has(classified.bucket)
}

function acceleratorLines(row: Readonly<Record<string, string>>, basis: CostBasis): MachineLines | undefined {
  const cost = row[costColumns[basis]] ?? '0'
  const all = {
    ...row,
    kind: '0',
    provider: 'AWS',
    dated: 'true',
    lines: '1',
    cost,
    first_start: row['start_time'] ?? '',
  }
  const kind = kindSum({...all, kind: '0'}, basis)
  if (!isAccelerator(kind)) return undefined
  return machineLines({...all, last_start: row['start_time'] ?? '', account: '', region: ''}, new Map([[0, kind]]))
}

function costOf(some: readonly MachineLines[]): Decimal {
  return sumOf(some.map(({cost}) => cost))
}

function rowsOf(untagged: readonly MachineLines[], keys: readonly string[]): readonly UntaggedRow[] {
  const groups = Map.groupBy(untagged, ({kind, machine, region}) =>
    [region, kind.kind.product, machine.instanceType, machine.role === 'idle'].join('\n'),
  )
  const [only] = keys
  return [...groups.values()]
    .map((some): UntaggedRow => {
      const [{kind, machine, region}] = some as [MachineLines, ...MachineLines[]]
      const hours = some.flatMap((lines) => deviceHours(lines) ?? [])
      const {accelerator} = machine
      return {
        account: '',
        region,
        product: kind.kind.product,
        instanceType: machine.instanceType,
        ...(accelerator && {class: accelerator.class, model: `${accelerator.vendor} ${accelerator.model}`}),
        amount: decimalText(costOf(some)),
        lines: some.length,
        ...(hours.length > 0 && {acceleratorHours: decimalText(sumOf(hours))}),
        ...(machine.role === 'idle' && {idle: true as const}),
        // Without several keys, it is not told which of them.
        missing: keys.length === 1 && only !== undefined ? [{key: only, cause: 'not-told'}] : [],
      }
    })
    .toSorted(byAmount)
}
