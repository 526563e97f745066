import {userError} from '../errors.ts'

/**
 * `2026-12-31`, a day that there is.
 *
 * @throws {TrueupError} `day-invalid`
 */
export function parseDay(text: string): string {
  const date = new Date(`${text}T00:00:00Z`)
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text))
    return text
  throw userError('day-invalid', `${JSON.stringify(text)} is no day`, 'Write it as 2026-12-31')
}
