import {compareText} from '../model/finding.ts'
import {Decimal} from '../model/money.ts'
import type {RunRate, RunRateRow} from '../model/spend.ts'
import {runningDevices, runningMachines} from './row.ts'
import {isUnowned, sum, totalsOf} from './totals.ts'

interface Facts {
  /** Dates of prices, by region. */
  readonly pricesAsOf: ReadonlyMap<string, string>
  readonly notRunning: number
  readonly ownershipKeys: readonly string[] | undefined
}

/** Rows and their sums; money of what is reserved for nothing is in the sums, its machines are not. */
export function runRateTotal(found: readonly RunRateRow[], {pricesAsOf, notRunning, ownershipKeys}: Facts): RunRate {
  const rows = found.toSorted(byCost)
  const unowned = rows.filter(isUnowned)
  const unused = rows.filter(({use}) => use === 'unused-reservation')
  const [total, ...otherCurrencies] = totalsOf(rows)
  return {
    currency: total.currency,
    basis: 'on-demand list price, Linux',
    pricesAsOf: Object.fromEntries([...pricesAsOf].toSorted(([a], [b]) => compareText(a, b))),
    hourly: total.hourly,
    monthly: total.monthly,
    unowned: {...total.unowned, instances: machinesIn(unowned), accelerators: devices(unowned)},
    instances: machinesIn(rows),
    accelerators: devices(rows),
    rows,
    ...(ownershipKeys && {ownershipKeys}),
    ...(notRunning > 0 && {notRunning}),
    ...(otherCurrencies.length > 0 && {otherCurrencies}),
    ...(unused.length > 0 && {unused: unusedOf(unused, total.currency)}),
  }
}

function machinesIn(rows: readonly RunRateRow[]): number {
  return rows.reduce((total, row) => total + runningMachines(row), 0)
}

function devices(rows: readonly RunRateRow[]): string {
  return sum(rows.map(runningDevices))
}

function unusedOf(rows: readonly RunRateRow[], currency: string): NonNullable<RunRate['unused']> {
  const priced = rows.filter((row) => row.currency === currency)
  return {
    hourly: sum(priced.map(({hourly}) => hourly)),
    monthly: sum(priced.map((row) => row.monthly)),
    instances: rows.reduce((total, {machines = 1}) => total + machines, 0),
    accelerators: sum(rows.map(({accelerators}) => accelerators)),
  }
}

/** The dearest first; those without a price last. */
function byCost(a: RunRateRow, b: RunRateRow): number {
  return (
    new Decimal(b.hourly ?? -1).comparedTo(a.hourly ?? -1) ||
    compareText(a.account, b.account) ||
    compareText(a.region, b.region) ||
    compareText(a.id, b.id)
  )
}
