import type {CostUnknown} from '../model/cost.ts'
import type {CostTotal, DriftCost} from '../model/drift-cost.ts'
import type {Finding} from '../model/finding.ts'
import {Decimal} from '../model/money.ts'
import {counted} from './count-text.ts'
import {harmless} from './harmless.ts'
import {decimalPlaces} from './money-text.ts'

/** `+USD 1,234.50 a month`; empty where a finding says nothing of cost. */
export function costText({cost, costUnknown}: Pick<Finding, 'cost' | 'costUnknown'>): string {
  if (cost) return `${signedAmount(cost.currency, cost.monthly)} a month`
  return costUnknown ? `cost unknown: ${unknownText(costUnknown)}` : ''
}

/** `+USD 1,234.50`; an amount below half a cent keeps its first two digits. */
export function signedAmount(currency: string, amount: string): string {
  const size = new Decimal(amount).abs()
  const places = size.isZero() || size.gte('0.005') ? 2 : 1 - size.e
  const sign = amount.startsWith('-') ? '−' : '+'
  return `${sign}${currency} ${decimalPlaces(size.toFixed(), places)}`
}

function unknownText({reason, what, region}: CostUnknown): string {
  const name = harmless(what)
  if (reason === 'price') return `no price of ${name} in ${harmless(region)}`
  return reason === 'usage' ? `not measured: ${name}` : `not known: ${name}`
}

/** `USD 1,200.00 a month more than declared (+1,500.00, −300.00)`, and what has no price. */
export function driftCostTexts({totals, unknown}: DriftCost): readonly string[] {
  return [...totals.map(totalText), ...(unknown.length > 0 ? [unpricedText(unknown)] : [])]
}

function totalText({currency, monthly, more, less, findings}: CostTotal): string {
  const amount = new Decimal(monthly)
  const direction = amount.isZero() ? 'as much as' : amount.isNegative() ? 'less than' : 'more than'
  const size = decimalPlaces(amount.abs().toFixed(), 2)
  const head = amount.isZero() ? `${direction} declared a month` : `${currency} ${size} a month ${direction} declared`
  const both = !new Decimal(more).isZero() && !new Decimal(less).isZero()
  const sides = both ? ` (+${decimalPlaces(more, 2)}, −${decimalPlaces(less.slice(1), 2)})` : ''
  return `${head}${sides}, ${counted(findings, 'finding')}, at list prices`
}

const shown = 3

function unpricedText(unknown: DriftCost['unknown']): string {
  const findings = unknown.reduce((sum, entry) => sum + entry.findings, 0)
  const names = unknown.slice(0, shown).map(unknownText)
  const more = unknown.length > shown ? [`${unknown.length - shown} more`] : []
  return `${counted(findings, 'finding')} in no amount: ${[...names, ...more].join('; ')}`
}
