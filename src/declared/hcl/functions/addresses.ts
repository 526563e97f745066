import type {LanguageValue} from '../language-value.ts'
import {FunctionError} from './function.ts'
import type {TerraformFunction} from './function.ts'
import {addressText, masked, networkText, parseAddress, parseNetwork} from './networks.ts'
import type {Network} from './networks.ts'
import {define, text, whole} from './parameters.ts'
import {Unknowable} from './unknowable.ts'

/** https://developer.hashicorp.com/terraform/language/functions#ip-network-functions, and OpenTofu's `cidrcontains`. */
export const addresses: {readonly [name: string]: TerraformFunction} = {
  cidrcontains: define([text, text], ([outer, inner]) => contains(parseNetwork(outer), inner)),
  cidrhost: define([text, whole], ([network, host]) => hostOf(parseNetwork(network), BigInt(host))),
  cidrnetmask: define([text], ([network]) => netmask(parseNetwork(network))),
  cidrsubnet: define([text, whole, whole], ([network, bits, at]) =>
    networkText(subnet(parseNetwork(network), bits, BigInt(at))),
  ),
  cidrsubnets: {
    arity: [1, Infinity],
    call: ([network, ...bits]) =>
      subnets(parseNetwork(text(network as LanguageValue)), bits.map(whole)).map(networkText),
  },
}

/** A negative number counts from the end of the network. */
function hostOf({base, prefix, width}: Network, host: bigint): string {
  const size = 2n ** BigInt(width - prefix)
  if (host >= size || host < -size) {
    throw new FunctionError(`prefix of ${prefix} does not accommodate a host numbered ${host}`)
  }
  return addressText({value: base + (host < 0n ? host + size : host), width})
}

function netmask({prefix, width}: Network): string {
  if (width !== 32) throw new FunctionError('IPv6 addresses cannot have a netmask')
  return addressText({value: masked(2n ** 32n - 1n, prefix, width), width})
}

function subnet({base, prefix, width}: Network, bits: number, at: bigint): Network {
  const longer = prefix + bits
  if (longer > width) throw new FunctionError(`insufficient address space to extend prefix of ${prefix} by ${bits}`)
  if (at < 0n) throw new Unknowable('a negative network number')
  if (bits >= 0 && at >= 2n ** BigInt(bits)) {
    throw new FunctionError(`prefix extension of ${bits} does not accommodate a subnet numbered ${at}`)
  }
  if (longer < 0 || (bits < 0 && at > 0n)) throw new Unknowable('a shorter prefix than that of the network')
  return {base: masked(base, longer, width) + (at << BigInt(width - longer)), prefix: longer, width}
}

/** One after another, each at the next multiple of its own size. */
function subnets(network: Network, bits: readonly number[]): readonly Network[] {
  const {prefix, width} = network
  const end = network.base + 2n ** BigInt(width - prefix)
  let next = network.base
  // Terraform starts from the network before the first one, and there is none before the lowest address.
  if (next === 0n && bits.length > 0) throw new FunctionError('not enough remaining address space')
  return bits.map((extension) => {
    if (extension < 1) throw new FunctionError('must extend prefix by at least one bit')
    if (extension > 32) throw new FunctionError('may not extend prefix by more than 32 bits')
    const longer = prefix + extension
    if (longer > width) throw new FunctionError(`would extend prefix to ${longer} bits, which is too long`)
    const size = 2n ** BigInt(width - longer)
    const base = ((next + size - 1n) / size) * size
    if (base + size > end) throw new FunctionError('not enough remaining address space')
    next = base + size
    return {base, prefix: longer, width}
  })
}

function contains(outer: Network, inner: string): boolean {
  const single = parseAddress(inner)
  const {base, prefix, width} = single
    ? {base: single.value, prefix: single.width, width: single.width}
    : parseNetwork(inner)
  if (width !== outer.width) throw new FunctionError('both must be of one address family')
  return prefix >= outer.prefix && masked(base, outer.prefix, width) === outer.base
}
