import {deepEqual, isArray, type Json} from '../../model/value.ts'
import type {Normalizer} from './normalizer.ts'

/**
 * Values of a DNS record, in any order. Route 53 has texts in quotes, long ones in several
 * (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html#TXTFormat); Terraform leaves the outer ones out. What is no
 * text is a name or an address: neither case nor the dot at the end means anything.
 */
export const recordValues: Normalizer = (declared, live) => {
  const [mine, theirs] = [textsOf(declared), textsOf(live)]
  if (deepEqual(sorted(mine.map(joined)), sorted(theirs.map(joined)))) return true
  if ([...mine, ...theirs].some((value) => value.includes('"'))) return false
  return deepEqual(sorted(mine.map(folded)), sorted(theirs.map(folded)))
}

function textsOf(value: Json): readonly string[] {
  return (isArray(value) ? value : [value]).map((item) => (typeof item === 'string' ? item : JSON.stringify(item)))
}

function joined(value: string): string {
  return value.replaceAll(/"\s*"/g, '').replaceAll(/^"|"$/g, '')
}

function folded(value: string): string {
  return value.toLowerCase().replace(/\.$/, '')
}

function sorted(values: readonly string[]): readonly string[] {
  return values.toSorted()
}
