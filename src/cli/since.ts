import {userError} from '../errors.ts'
import {parseDuration} from './duration.ts'

/**
 * `30d`, `2026-11-01` or a moment in ISO 8601, as ISO 8601.
 *
 * @throws {TrueupError} `history-span-invalid`
 */
export function parseSince(text: string, now: Date): string {
  if (/^\d+(?:\.\d+)?\s*[smhd]$/.test(text.trim())) return new Date(now.getTime() - parseDuration(text)).toISOString()
  const time = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(time)) return new Date(time).toISOString()
  throw userError(
    'history-span-invalid',
    `${JSON.stringify(text)} is no time to start from`,
    'Write an age (30d), a day (2026-11-01) or a moment in ISO 8601',
  )
}
