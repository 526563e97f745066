import type {Json} from '../../model/value.ts'
import {byForm} from './normalizer.ts'

/**
 * The same block of addresses: AWS clears host bits (10.0.0.1/24 becomes 10.0.0.0/24) and shortens IPv6, and a plain address is a
 * block of one (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html).
 */
export const cidr = byForm((value) => (typeof value === 'string' ? canonicalCidr(value) : value))

/** Blocks of addresses in any order. */
export const cidrSet = byForm((value): Json => {
  const items = Array.isArray(value) ? value : [value]
  return items.map((item) => (typeof item === 'string' ? canonicalCidr(item) : JSON.stringify(item))).toSorted()
})

/** `10.0.0.0/24`, or IPv6 as eight full groups; text that is no block of addresses stays as it is. */
export function canonicalCidr(text: string): string {
  const [address = '', length] = text.trim().toLowerCase().split('/')
  const groups = address.includes(':') ? ipv6Groups(address) : ipv4Groups(address)
  if (groups === undefined) return text
  const width = groups.length === 4 ? 8 : 16
  const prefix = length === undefined ? groups.length * width : Number(length)
  const network = groups.map((group, index) => masked(group, width, prefix - index * width))
  return `${network.map((group) => group.toString(width === 8 ? 10 : 16)).join(width === 8 ? '.' : ':')}/${prefix}`
}

/** A group of an address with all bits cleared but its first `bits`. */
function masked(group: number, width: number, bits: number): number {
  const kept = Math.min(Math.max(bits, 0), width)
  return group & ~(2 ** (width - kept) - 1)
}

function ipv4Groups(address: string): readonly number[] | undefined {
  return /^(\d{1,3}\.){3}\d{1,3}$/.test(address) ? address.split('.').map(Number) : undefined
}

function ipv6Groups(address: string): readonly number[] | undefined {
  if (!/^[\da-f:]+$/.test(address)) return undefined
  const [head = '', tail] = address.split('::')
  const start = groupsOf(head)
  if (tail === undefined) return start.length === 8 ? start : undefined
  const end = groupsOf(tail)
  return [...start, ...Array.from({length: 8 - start.length - end.length}, () => 0), ...end]
}

function groupsOf(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
}
