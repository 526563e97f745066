import type {CostUnknown} from './cost.ts'
import {compareText, type Finding, type FindingCode} from './finding.ts'
import {Decimal, decimalText} from './money.ts'

/** What all findings together cost a month: the sum of their costs, exactly. */
export interface DriftCost {
  /** One for each currency, USD first: nothing is ever converted. Empty where no finding has a price. */
  readonly totals: readonly CostTotal[]
  /** What changes the bill and has no amount, by name. */
  readonly unknown: readonly (CostUnknown & {readonly findings: number})[]
}

export interface CostTotal {
  readonly currency: string
  /** Exact decimal, signed: `more` and `less` together. */
  readonly monthly: string
  readonly more: string
  readonly less: string
  readonly findings: number
  readonly byCode: Readonly<Partial<Record<FindingCode, string>>>
}

/** Undefined where no finding says anything of cost. */
export function driftCostOf(findings: readonly Finding[]): DriftCost | undefined {
  const totals = new Map<string, Sum>()
  const unknown = new Map<string, CostUnknown & {findings: number}>()
  for (const {code, cost, costUnknown} of findings) {
    if (cost) sumOf(totals, cost.currency).add(code, cost.monthly)
    if (costUnknown) {
      const key = [costUnknown.what, costUnknown.region, costUnknown.reason].join('\n')
      const entry = unknown.get(key) ?? {...costUnknown, findings: 0}
      entry.findings += 1
      unknown.set(key, entry)
    }
  }
  if (totals.size === 0 && unknown.size === 0) return undefined
  return {
    totals: [...totals].toSorted(([a], [b]) => usdFirst(a, b)).map(([currency, sum]) => sum.total(currency)),
    unknown: [...unknown].toSorted(([a], [b]) => compareText(a, b)).map(([, entry]) => entry),
  }
}

class Sum {
  #more = new Decimal(0)
  #less = new Decimal(0)
  #findings = 0
  readonly #byCode = new Map<FindingCode, Decimal>()

  add(code: FindingCode, monthly: string): void {
    const amount = new Decimal(monthly)
    if (amount.isNegative()) this.#less = this.#less.plus(amount)
    else this.#more = this.#more.plus(amount)
    this.#findings += 1
    this.#byCode.set(code, (this.#byCode.get(code) ?? new Decimal(0)).plus(amount))
  }

  total(currency: string): CostTotal {
    const byCode = [...this.#byCode].toSorted(([a], [b]) => compareText(a, b))
    return {
      currency,
      monthly: decimalText(this.#more.plus(this.#less)),
      more: decimalText(this.#more),
      less: decimalText(this.#less),
      findings: this.#findings,
      byCode: Object.fromEntries(byCode.map(([code, amount]) => [code, decimalText(amount)])),
    }
  }
}

function sumOf(totals: Map<string, Sum>, currency: string): Sum {
  const sum = totals.get(currency) ?? new Sum()
  totals.set(currency, sum)
  return sum
}

function usdFirst(a: string, b: string): number {
  return Number(b === 'USD') - Number(a === 'USD') || compareText(a, b)
}
