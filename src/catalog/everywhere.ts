import type {Value} from '../model/value.ts'

/** The block of all addresses, of either family. */
export function isEverywhere(block: Value | undefined): boolean {
  return block === '0.0.0.0/0' || block === '::/0'
}
