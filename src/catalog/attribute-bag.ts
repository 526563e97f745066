import type {CompareRule} from './entry.ts'

/** A setting in a list of keys and values, as load balancers, listeners and target groups have them; values are texts. */
export function inBag(bag: string, key: string, rule: Omit<CompareRule, 'to'> = {}): CompareRule {
  return {to: `${bag}[Key=${key}].Value`, ...rule}
}
