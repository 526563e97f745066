import {Decimal} from '../../model/money.ts'

/**
 * Splits an amount by weights into parts of so many places that add up to it exactly: each is cut off, and what is left over goes, in the
 * smallest steps, to those that lost most (largest remainder); among equals to the first.
 *
 * @param weights none negative, at least one positive
 * @param places at least as many as the amount has
 */
export function apportion(amount: Decimal, weights: readonly Decimal[], places: number): readonly Decimal[] {
  const whole = weights.reduce((sum, weight) => sum.plus(weight), new Decimal(0))
  const sign = amount.isNegative() ? -1 : 1
  const exact = weights.map((weight) => amount.abs().times(weight).div(whole))
  const cut = exact.map((part) => part.toDecimalPlaces(places, Decimal.ROUND_DOWN))
  const step = new Decimal(10).pow(-places)
  const left = amount.abs().minus(cut.reduce((sum, part) => sum.plus(part), new Decimal(0)))
  const steps = left.div(step).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber()
  const losses = exact.map((part, at) => ({at, loss: part.minus(cut[at] ?? 0)}))
  const first = new Set(
    losses
      .toSorted((a, b) => b.loss.comparedTo(a.loss) || a.at - b.at)
      .slice(0, steps)
      .map(({at}) => at),
  )
  return cut.map((part, at) => (first.has(at) ? part.plus(step) : part).times(sign))
}

/** Amounts rounded so that they add up to the rounded sum: each is within one step of its own. */
export function roundedTogether(amounts: readonly Decimal[], places: number): readonly Decimal[] {
  const step = new Decimal(10).pow(-places)
  const whole = amounts
    .reduce((sum, amount) => sum.plus(amount), new Decimal(0))
    .toDecimalPlaces(places, Decimal.ROUND_HALF_EVEN)
  const floors = amounts.map((amount) => amount.toDecimalPlaces(places, Decimal.ROUND_FLOOR))
  const steps = whole
    .minus(floors.reduce((sum, floor) => sum.plus(floor), new Decimal(0)))
    .div(step)
    .toNumber()
  const first = new Set(
    amounts
      .map((amount, at) => ({at, loss: amount.minus(floors[at] ?? 0)}))
      .toSorted((a, b) => b.loss.comparedTo(a.loss) || a.at - b.at)
      .slice(0, steps)
      .map(({at}) => at),
  )
  return floors.map((floor, at) => (first.has(at) ? floor.plus(step) : floor))
}
