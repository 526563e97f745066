/**
 * A point in time as AWS writes it (ISO 8601 with any offset, seconds since 1970, a Date from the SDK) in ISO 8601, UTC; undefined
 * for anything else.
 */
export function isoTime(value: unknown): string | undefined {
  const time = value instanceof Date ? value : new Date(millisecondsOf(value))
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString()
}

function millisecondsOf(value: unknown): number | string {
  if (typeof value === 'number') return value * 1000
  return typeof value === 'string' ? value : Number.NaN
}
