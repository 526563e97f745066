import {FunctionError} from './function.ts'
import {Unknowable} from './unknowable.ts'

export interface Network {
  /** All bits beyond the prefix are zero. */
  readonly base: bigint
  readonly prefix: number
  /** 32 or 128. */
  readonly width: number
}

export interface Address {
  readonly value: bigint
  readonly width: number
}

export function parseNetwork(text: string): Network {
  const [, address = '', length = ''] = /^([^/]*)\/(\d{1,3})$/.exec(text) ?? []
  const parsed = parseAddress(address)
  const prefix = Number(length)
  if (!parsed || length === '' || prefix > parsed.width) throw new FunctionError('invalid CIDR expression')
  return {base: masked(parsed.value, prefix, parsed.width), prefix, width: parsed.width}
}

export function parseAddress(text: string): Address | undefined {
  const value = text.includes(':') ? parseV6(text) : parseV4(text)
  return value === undefined ? undefined : {value, width: text.includes(':') ? 128 : 32}
}

/** Leading zeros are decimal, as Terraform has kept them. */
function parseV4(text: string): bigint | undefined {
  const octets = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text)?.slice(1).map(Number)
  if (!octets || octets.some((octet) => octet > 255)) return undefined
  return octets.reduce((total, octet) => total * 256n + BigInt(octet), 0n)
}

function parseV6(text: string): bigint | undefined {
  const halves = withoutDots(text)?.split('::')
  if (!halves || halves.length > 2) return undefined
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':'))) as [string[], string[] | undefined]
  const missing = 8 - head.length - (tail?.length ?? 0)
  if (tail ? missing < 1 : missing !== 0) return undefined
  const groups = [...head, ...Array<string>(missing).fill('0'), ...(tail ?? [])]
  if (!groups.every((group) => /^[\da-fA-F]{1,4}$/.test(group))) return undefined
  const value = groups.reduce((total, group) => total * 65_536n + BigInt(`0x${group}`), 0n)
  if (value >> 32n === 0xffffn) throw new Unknowable('an IPv4 address written as IPv6')
  return value
}

/** The last four bytes may be written as an IPv4 address. */
function withoutDots(text: string): string | undefined {
  if (!text.includes('.')) return text
  const cut = text.lastIndexOf(':') + 1
  const value = parseV4(text.slice(cut))
  if (value === undefined) return undefined
  return `${text.slice(0, cut)}${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`
}

/** As RFC 5952 has it: the longest run of zeros, the first of equals, is left out. */
export function addressText({value, width}: Address): string {
  if (width === 32) return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 0xffn)).join('.')
  const groups = Array.from({length: 8}, (_, at) => ((value >> BigInt(16 * (7 - at))) & 0xffffn).toString(16))
  const {start, length} = longestZeros(groups)
  if (length < 2) return groups.join(':')
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`
}

function longestZeros(groups: readonly string[]): {readonly start: number; readonly length: number} {
  let longest = {start: 0, length: 0}
  for (let start = 0; start < groups.length; start += 1) {
    const after = groups.findIndex((group, at) => at >= start && group !== '0')
    const length = (after === -1 ? groups.length : after) - start
    if (length > longest.length) longest = {start, length}
  }
  return longest
}

export function networkText({base, prefix, width}: Network): string {
  return `${addressText({value: base, width})}/${prefix}`
}

export function masked(value: bigint, prefix: number, width: number): bigint {
  const hostBits = BigInt(width - prefix)
  return (value >> hostBits) << hostBits
}
