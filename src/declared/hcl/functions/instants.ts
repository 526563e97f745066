import {FunctionError} from './function.ts'

/** A moment with the offset that it was written with, exact to the nanosecond as in Go. */
export interface Instant {
  /** Since 1970, UTC. */
  readonly nanoseconds: bigint
  readonly offsetMinutes: number
}

const perSecond = 1_000_000_000n

/** RFC 3339 as Go parses it: capital T and Z, no leap second. */
export function parseInstant(text: string): Instant | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:[.,](\d+))?(?:Z|([+-])(\d\d):(\d\d))$/.exec(text)
  if (!parts) return undefined
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const [fraction = '', sign = '+', offsetHours = '0', offsetRest = '0'] = parts.slice(7)
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return undefined
  if (hour > 23 || minute > 59 || second > 59 || Number(offsetHours) > 24 || Number(offsetRest) > 60) return undefined
  const offsetMinutes = (sign === '-' ? -1 : 1) * (Number(offsetHours) * 60 + Number(offsetRest))
  const local = atMidnight(year, month, day) / 1000 + hour * 3600 + minute * 60 + second
  const nanoseconds = BigInt(local - offsetMinutes * 60) * perSecond + BigInt(fraction.padEnd(9, '0').slice(0, 9))
  return {nanoseconds, offsetMinutes: offsetMinutes === 0 ? 0 : offsetMinutes}
}

export function instant(text: string): Instant {
  const parsed = parseInstant(text)
  if (!parsed) throw new FunctionError('not a valid RFC3339 timestamp')
  return parsed
}

/** The date and time on the clock of its own offset, as a date in UTC. */
export function localTime({nanoseconds, offsetMinutes}: Instant): Date {
  const seconds = nanoseconds / perSecond - (nanoseconds % perSecond < 0n ? 1n : 0n)
  return new Date((Number(seconds) + offsetMinutes * 60) * 1000)
}

/** To the second, in its own offset. */
export function rfc3339(moment: Instant): string {
  const time = localTime(moment)
  const year = time.getUTCFullYear()
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${time.toISOString().slice(-19, -5)}${offsetText(moment, ':', 'Z')}`
}

export function offsetText({offsetMinutes}: Instant, separator: string, zero: string): string {
  if (offsetMinutes === 0) return zero
  const [hours, minutes] = [Math.floor(Math.abs(offsetMinutes) / 60), Math.abs(offsetMinutes) % 60]
  return `${offsetMinutes < 0 ? '-' : '+'}${twoDigits(hours)}${separator}${twoDigits(minutes)}`
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** Years below 100 are not of the 20th century. */
function atMidnight(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day)
}

function daysOf(year: number, month: number): number {
  return new Date(atMidnight(year, month + 1, 0)).getUTCDate()
}
