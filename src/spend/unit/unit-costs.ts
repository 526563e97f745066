import {compareText} from '../../model/finding.ts'
import {Decimal, decimalText} from '../../model/money.ts'
import type {SharedSplit, UnallocatedRow, UnitRow, UnitSpend} from '../../model/unit-spend.ts'
import {pricePerHour as perUnit, sumOf} from '../bill-sums.ts'
import {apportion, roundedTogether} from './apportion.ts'
import type {Customers, Usage} from './tables.ts'

/** Lines of one bucket, month and value of what tells customers apart. */
export interface UnitCharge {
  readonly bucket: string
  /** Whether the bucket is of usage, which somebody caused, and not of taxes and the like. */
  readonly isUsage: boolean
  readonly month: string
  /** Absent where the line has none. */
  readonly value?: string
  readonly cost: Decimal
  readonly lines: number
}

export interface UnitRules {
  readonly usage: Usage
  /** Without a table each value is a customer. */
  readonly customers?: Customers
  /** Values whose charges all customers share. */
  readonly sharedValues: ReadonlySet<string>
  /** Buckets whose charges all customers share: `support`, `tax`. */
  readonly sharedBuckets: ReadonlySet<string>
  readonly split: SharedSplit
}

/** As many places as a bill has. */
const sharePlaces = 24
const moneyPlaces = 2

type Figures = Pick<UnitSpend, 'direct' | 'shared' | 'unallocatedAmount' | 'rows' | 'unallocated'>

/** What each customer costs; nothing is lost or counted twice, to the last digit. */
export function unitCosts(charges: readonly UnitCharge[], rules: UnitRules): Figures {
  const monthOf = (charge: UnitCharge) => (rules.usage.monthly ? charge.month : '')
  const months = new Set([...charges.map(monthOf), ...rules.usage.units.keys()])
  const parts = [...months].toSorted(compareText).map((month) =>
    oneMonth(
      month,
      charges.filter((charge) => monthOf(charge) === month),
      rules,
    ),
  )
  const rows = parts.flatMap((part) => part.rows)
  const unallocated = parts.flatMap((part) => part.unallocated)
  const rounded = roundedTogether(
    [...rows, ...unallocated].map(({amount}) => amount),
    moneyPlaces,
  )
  return {
    direct: decimalText(sumOf(rows.map(({direct}) => direct))),
    shared: decimalText(sumOf(rows.map(({shared}) => shared))),
    unallocatedAmount: decimalText(sumOf(unallocated.map(({amount}) => amount))),
    rows: rows.map((row, at) => rowOf(row, rounded[at] ?? row.amount)),
    unallocated: unallocated.map((row, at) => {
      const own = rounded[rows.length + at] ?? row.amount
      return {...row, amount: decimalText(row.amount), rounded: own.toFixed(moneyPlaces)}
    }),
  }
}

interface Row {
  readonly customer: string
  readonly month: string
  readonly units: Decimal | undefined
  readonly direct: Decimal
  readonly shared: Decimal
  readonly amount: Decimal
}

type Left = Omit<UnallocatedRow, 'amount' | 'rounded'> & {readonly amount: Decimal}

interface Month {
  readonly rows: readonly Row[]
  readonly unallocated: readonly Left[]
}

function oneMonth(month: string, charges: readonly UnitCharge[], rules: UnitRules): Month {
  const units = rules.usage.units.get(month) ?? new Map<string, Decimal>()
  const judged = charges.map((charge) => ({charge, is: judge(charge, rules)}))
  const direct = new Map<string, Decimal>()
  for (const {charge, is} of judged) {
    if (is.kind === 'direct') direct.set(is.customer, (direct.get(is.customer) ?? new Decimal(0)).plus(charge.cost))
  }
  const shared = judged.filter(({is}) => is.kind === 'shared').map(({charge}) => charge)
  const names = [...new Set([...direct.keys(), ...units.keys()])].toSorted(compareText)
  const parts = split(sumOf(shared.map(({cost}) => cost)), names, units, rules)
  const rows = names.map((customer, at) => {
    const [own, part] = [direct.get(customer) ?? new Decimal(0), parts?.[at] ?? new Decimal(0)]
    return {customer, month, units: units.get(customer), direct: own, shared: part, amount: own.plus(part)}
  })
  const left = judged.flatMap(({charge, is}) => (is.kind === 'left' ? [{charge, is}] : []))
  return {rows, unallocated: [...leftRows(left, month), ...(parts ? [] : withoutUsage(shared, month))]}
}

type Judged =
  | {readonly kind: 'direct'; readonly customer: string}
  | {readonly kind: 'shared'}
  | {readonly kind: 'left'; readonly reason: UnallocatedRow['reason']; readonly name?: string}

function judge({bucket, isUsage, value}: UnitCharge, {customers, sharedValues, sharedBuckets}: UnitRules): Judged {
  if (sharedBuckets.has(bucket)) return {kind: 'shared'}
  if (value === undefined)
    return isUsage ? {kind: 'left', reason: 'no-value'} : {kind: 'left', reason: 'not-usage', name: bucket}
  if (sharedValues.has(value)) return {kind: 'shared'}
  if (!customers) return {kind: 'direct', customer: value}
  const customer = customers.of.get(value)
  if (customer === undefined) return {kind: 'left', reason: 'not-a-customer', name: value}
  return customer === '' ? {kind: 'shared'} : {kind: 'direct', customer}
}

/** @returns undefined where there is something to share and nobody to share it among */
function split(
  amount: Decimal,
  names: readonly string[],
  units: ReadonlyMap<string, Decimal>,
  {split: how, customers}: UnitRules,
): readonly Decimal[] | undefined {
  if (amount.isZero()) return names.map(() => new Decimal(0))
  const weightOf = (name: string): Decimal => {
    if (how === 'proportional') return units.get(name) ?? new Decimal(0)
    return how === 'even' ? new Decimal(units.has(name) ? 1 : 0) : (customers?.weights.get(name) ?? new Decimal(0))
  }
  const weights = names.map(weightOf)
  return weights.some((weight) => weight.isPositive() && !weight.isZero())
    ? apportion(amount, weights, sharePlaces)
    : undefined
}

function leftRows(
  left: readonly {readonly charge: UnitCharge; readonly is: Extract<Judged, {readonly kind: 'left'}>}[],
  month: string,
): readonly Left[] {
  const groups = Map.groupBy(left, ({is}) => `${is.reason}\n${is.name ?? ''}`)
  return [...groups]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([, some]) => {
      const [first] = some
      if (!first) return []
      const {reason, name} = first.is
      const amount = sumOf(some.map(({charge}) => charge.cost))
      const lines = some.reduce((sum, {charge}) => sum + charge.lines, 0)
      return [{reason, ...monthIn(month), ...(name === undefined ? {} : {name}), amount, lines}]
    })
}

function withoutUsage(shared: readonly UnitCharge[], month: string): readonly Left[] {
  const lines = shared.reduce((sum, charge) => sum + charge.lines, 0)
  return [{reason: 'no-usage', ...monthIn(month), amount: sumOf(shared.map(({cost}) => cost)), lines}]
}

function monthIn(month: string): {readonly month?: string} {
  return month === '' ? {} : {month}
}

function rowOf({customer, month, units, direct, shared, amount}: Row, rounded: Decimal): UnitRow {
  const notes = [
    ...(units !== undefined && direct.isZero() ? (['usage-without-cost'] as const) : []),
    ...(units === undefined ? (['cost-without-usage'] as const) : []),
  ]
  return {
    customer,
    ...monthIn(month),
    ...(units === undefined ? {} : {units: decimalText(units)}),
    direct: decimalText(direct),
    shared: decimalText(shared),
    amount: decimalText(amount),
    rounded: rounded.toFixed(moneyPlaces),
    ...(units === undefined || units.isZero() ? {} : {perUnit: perUnit(amount, units)}),
    ...(notes.length > 0 ? {notes} : {}),
  }
}
