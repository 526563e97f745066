import {Decimal} from 'decimal.js'

import {FunctionError} from './function.ts'

const nanoseconds: {readonly [unit: string]: number} = {
  h: 3_600_000_000_000,
  m: 60_000_000_000,
  ms: 1_000_000,
  ns: 1,
  s: 1_000_000_000,
  us: 1000,
  µs: 1000,
  μs: 1000,
}

const part = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g

/** Nanoseconds of a duration as Go writes it, `-1h30m0.5s`; 64 bits, about 292 years. https://pkg.go.dev/time#ParseDuration */
export function parseDuration(text: string): bigint {
  const [, sign, parts = ''] = /^([+-]?)((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+|0)$/.exec(text) ?? []
  if (parts === '') throw new FunctionError('not a valid duration')
  let total = 0n
  for (const [, amount, unit] of parts.matchAll(part)) {
    total += BigInt(
      new Decimal(amount as string)
        .times(nanoseconds[unit as string] as number)
        .floor()
        .toFixed(),
    )
  }
  if (total >= 2n ** 63n) throw new FunctionError('not a valid duration')
  return sign === '-' ? -total : total
}
