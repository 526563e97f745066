import {userError} from '../errors.ts'

/**
 * `90s`, `30m`, `1h`, `2d` as milliseconds.
 *
 * @throws {TrueupError} `duration-invalid`
 */
export function parseDuration(text: string): number {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)\s*([smhd])$/.exec(text.trim()) ?? []
  const ms = Number(number) * (units[unit] ?? Number.NaN)
  if (ms > 0) return ms
  throw userError('duration-invalid', `${JSON.stringify(text)} is no age`, 'Write 90s, 30m, 1h or 2d')
}

const units: Readonly<Record<string, number>> = {s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000}
