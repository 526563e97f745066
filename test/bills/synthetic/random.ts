import {Decimal} from 'decimal.js'

/** Chance that is the same for the same seed. */
export interface Random {
  /** A part of an hour, in hundredths. */
  hours(): Decimal
  account(): string
  tags(): Readonly<Record<string, string>>
}

/** Mulberry32: small, and good enough to make data with. */
export function randomOf(seed: number): Random {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const pick = <T>(some: readonly [T, ...T[]]): T => some[Math.floor(next() * some.length)] ?? some[0]
  return {
    hours: () => new Decimal(1 + Math.floor(next() * 100)).div(100),
    account: () => pick(['111111111111', '222222222222']),
    tags: () => pick<Readonly<Record<string, string>>>([{Owner: 'vision', CostCenter: '4711'}, {Owner: 'speech'}, {}]),
  }
}

/** One hour of October 2026. */
export function hourOf(hour: number): {readonly start: string; readonly end: string} {
  const start = Date.UTC(2026, 9, 1, hour % 744)
  return {start: iso(start), end: iso(start + 3600_000)}
}

function iso(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}
