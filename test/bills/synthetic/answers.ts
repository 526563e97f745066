import {Decimal} from 'decimal.js'

import type {CostBasis} from '../../../src/model/bill.ts'
import type {SyntheticCharge} from './charge.ts'

/** What is right to say of a bill. */
export interface Answers {
  readonly total: string
  readonly buckets: Readonly<Record<string, string>>
  readonly acceleratorHours: string
}

/** Of a Cost and Usage Report, legacy or 2.0. */
export function curAnswers(charges: readonly SyntheticCharge[], basis: CostBasis): Answers {
  const amounts = charges.map(({answer}) => {
    const bucket = basis === 'unblended' ? (answer.unblendedBucket ?? answer.bucket) : answer.bucket
    const amount = basis === 'net-amortised' ? answer.netAmortised : answer[basis]
    return [bucket, amount] as const
  })
  return answersOf(amounts, charges)
}

/** Of FOCUS, which has one amortised cost, after discounts. */
export function focusAnswers(charges: readonly SyntheticCharge[], basis: CostBasis): Answers {
  const amounts = charges.flatMap(({focus}) =>
    focus.map(({bucket, billed, effective}) => [bucket, basis === 'unblended' ? billed : effective] as const),
  )
  return answersOf(amounts, charges)
}

/** What of the accelerators lacks a tag, in net amortised cost: a capacity block's fee in CUR, in FOCUS its machines. */
export function untaggedAnswer(charges: readonly SyntheticCharge[], key: string, focus: boolean): string {
  const lacking = charges.filter(({tags}) => tags?.[key] === undefined)
  const amounts = lacking.flatMap(({answer, focus: lines}) =>
    focus
      ? lines.filter(({bucket}) => taggable.has(bucket)).map(({effective}) => effective)
      : [answer].filter(({bucket}) => taggable.has(bucket)).map(({netAmortised}) => netAmortised),
  )
  return sumOf(amounts.map((amount) => new Decimal(amount)))
}

const taggable = new Set(['accelerators', 'idle-reservations', 'unknown-accelerators'])

function answersOf(amounts: readonly (readonly [string, string])[], charges: readonly SyntheticCharge[]): Answers {
  const sums = new Map<string, Decimal>()
  for (const [bucket, amount] of amounts) sums.set(bucket, (sums.get(bucket) ?? new Decimal(0)).plus(amount))
  const own = [...sums].filter(([bucket]) => bucket !== 'split-cost-children')
  return {
    total: sumOf(own.map(([, amount]) => amount)),
    buckets: Object.fromEntries(own.map(([bucket, amount]) => [bucket, amount.toFixed()])),
    acceleratorHours: sumOf(
      charges.flatMap(({answer}) =>
        answer.bucket === 'accelerators' && answer.deviceHours !== undefined ? [new Decimal(answer.deviceHours)] : [],
      ),
    ),
  }
}

function sumOf(amounts: readonly Decimal[]): string {
  return amounts.reduce((total, amount) => total.plus(amount), new Decimal(0)).toFixed()
}

/** What is right to say of a bill that is told apart by something, split shares of containers left out. */
export function amountsBy(
  charges: readonly SyntheticCharge[],
  basis: CostBasis,
  focus: boolean,
  of: (charge: SyntheticCharge) => string,
): Readonly<Record<string, string>> {
  const sums = new Map<string, Decimal>()
  for (const charge of charges) {
    const {answer} = charge
    if (!focus && answer.bucket === 'split-cost-children') continue
    const amounts = focus
      ? charge.focus.map(({billed, effective}) => (basis === 'unblended' ? billed : effective))
      : [basis === 'net-amortised' ? answer.netAmortised : answer[basis]]
    if (amounts.length === 0) continue
    sums.set(
      of(charge),
      amounts.reduce((sum, amount) => sum.plus(amount), sums.get(of(charge)) ?? new Decimal(0)),
    )
  }
  return Object.fromEntries([...sums].map(([key, amount]) => [key, amount.toFixed()]))
}
