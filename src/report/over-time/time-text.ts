import {harmless} from '../harmless.ts'

/** `2026-05-01 09:12 UTC`; what is not ISO 8601 is shown as it is. */
export function clockText(time: string): string {
  return harmless(time.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*Z$/, '$1 $2 UTC'))
}

/** `2026-05-01`. */
export function dayText(time: string): string {
  return harmless(time.slice(0, 10))
}

const units = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
] as const

/** `41d`, `2d 3h`, `15m`: the two largest units, for a column. */
export function ageText(seconds: number): string {
  const at = units.findIndex(([, size]) => seconds >= size)
  if (at === -1) return '0s'
  const [name, size] = units[at] ?? ['s', 1]
  const whole = Math.floor(seconds / size)
  const [next, nextSize] = units[at + 1] ?? ['', 1]
  const rest = Math.floor((seconds % size) / nextSize)
  return whole >= 10 || rest === 0 || next === '' ? `${whole}${name}` : `${whole}${name} ${rest}${next}`
}
