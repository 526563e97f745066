import {isArray, isRecord, type Json} from '../../model/value.ts'
import {canonicalCidr} from './cidr.ts'
import {byForm} from './normalizer.ts'

/** `[{Ipv6Address}]` in any order and any way to write an address. */
export const ipv6Addresses = byForm((value): Json => {
  const items: readonly Json[] = isArray(value) ? value : [value]
  return items.map((item) => canonicalCidr(addressOf(item))).toSorted()
})

function addressOf(item: Json): string {
  const address = isRecord(item) ? item['Ipv6Address'] : item
  return typeof address === 'string' ? address : JSON.stringify(item)
}
