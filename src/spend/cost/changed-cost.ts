import {Decimal} from '../../model/money.ts'
import type {Charge, Charges} from './cost-model.ts'

/** What a change of one property among several adds to the charges, as charges with signed quantities. */
export type Share = readonly Charge[]

/** The charges of an object in which some of its changes are made, by their places in the list; undefined where they are not known. */
export type ChargesWith = (made: ReadonlySet<number>) => readonly Charge[] | undefined

/**
 * Each change's share of what all of them cost: what it adds when it is made in order, and when it is made in reverse order, halved. The
 * shares add up to the whole exactly, and turn their sign where before and after change places; a share of thirds would do neither.
 *
 * @returns undefined where something in between is not known (the price of an old type with a new setting)
 */
export function sharesOf(changes: number, chargesWith: ChargesWith): readonly Share[] | undefined {
  const inOrder = Array.from({length: changes}, (_, at) => at)
  const forth = additions(inOrder, chargesWith)
  const back = changes === 1 ? forth : additions(inOrder.toReversed(), chargesWith)
  if (!forth || !back) return undefined
  return inOrder.map((at) => [...scaled(forth.get(at) ?? [], half), ...scaled(back.get(at) ?? [], half)])
}

const half = new Decimal('0.5')

function additions(order: readonly number[], chargesWith: ChargesWith): ReadonlyMap<number, Share> | undefined {
  const made = new Set<number>()
  const shares = new Map<number, Share>()
  let before = chargesWith(made)
  for (const at of order) {
    made.add(at)
    const after = chargesWith(new Set(made))
    if (!before || !after) return undefined
    shares.set(at, [...after, ...scaled(before, new Decimal(-1))])
    before = after
  }
  return shares
}

function scaled(charges: readonly Charge[], factor: Decimal): readonly Charge[] {
  return charges.map(({thing, quantity}) => ({thing, quantity: quantity.times(factor)}))
}

export function knownCharges(charges: Charges): readonly Charge[] | undefined {
  return 'charges' in charges ? charges.charges : undefined
}
