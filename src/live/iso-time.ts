/**
 * A point in time as AWS writes it (ISO 8601 with any offset, seconds since 1970, a Date from the SDK) in ISO 8601, UTC; undefined
 * for anything else.
 */
export function isoTime(value: unknown): string | undefined {
  if (typeof value === 'string' && canonical.test(value)) return value
  const time = value instanceof Date ? value : new Date(millisecondsOf(value))
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString()
}

/** As `toISOString` writes it; of days that not every month has, a Date knows. */
const canonical = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

function millisecondsOf(value: unknown): number | string {
  if (typeof value === 'number') return value * 1000
  return typeof value === 'string' ? value : Number.NaN
}
