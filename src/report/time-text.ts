import {harmless} from './harmless.ts'

/** `2026-05-01 09:12 UTC`; what is not ISO 8601 is shown as it is. */
export function timeText(time: string): string {
  return harmless(time.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*Z$/, '$1 $2 UTC'))
}
