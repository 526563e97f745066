import {TrueupError, userError} from '../errors.ts'

const hints = {
  'history-place-invalid': 'Write --keep DIR or --keep s3://BUCKET/PREFIX',
  'history-not-readable':
    'Check that it exists and may be read; trueup permissions --for history prints what S3 has to allow',
  'history-not-writable':
    'Check that it may be written to; trueup permissions --for history prints what S3 has to allow',
  'history-empty': 'Keep runs with trueup scan --keep PLACE',
  'history-scope-unknown': 'Leave --scope out for the scope of the latest run; --json lists all of them',
} as const

export type HistoryErrorCode = keyof typeof hints

/** @param said what is wrong with the place */
export function historyError(code: HistoryErrorCode, place: string, said: string, cause?: unknown): TrueupError {
  return userError(code, `${place} ${said}`, hints[code], cause)
}

/** AWS, or the network to it, and not the person: exit code 3. */
export function storeFailed(code: HistoryErrorCode, place: string, said: string, cause?: unknown): TrueupError {
  return new TrueupError(`${place} ${said}`, {code, fault: 'aws', hint: hints[code], cause})
}
