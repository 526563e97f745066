import {FunctionError} from './function.ts'
import {localTime, offsetText, twoDigits} from './instants.ts'
import type {Instant} from './instants.ts'

const months = words('January February March April May June July August September October November December')
const days = words('Sunday Monday Tuesday Wednesday Thursday Friday Saturday')

type Field = (time: Date, moment: Instant) => string

/** https://developer.hashicorp.com/terraform/language/functions/formatdate#specification-syntax */
const fields: {readonly [sequence: string]: Field | undefined} = {
  AA: (time) => (time.getUTCHours() < 12 ? 'AM' : 'PM'),
  D: (time) => String(time.getUTCDate()),
  DD: (time) => twoDigits(time.getUTCDate()),
  EEE: (time) => (days[time.getUTCDay()] as string).slice(0, 3),
  EEEE: (time) => days[time.getUTCDay()] as string,
  H: (time) => String(hourOfTwelve(time)),
  HH: (time) => twoDigits(hourOfTwelve(time)),
  M: (time) => String(time.getUTCMonth() + 1),
  MM: (time) => twoDigits(time.getUTCMonth() + 1),
  MMM: (time) => (months[time.getUTCMonth()] as string).slice(0, 3),
  MMMM: (time) => months[time.getUTCMonth()] as string,
  YY: (time) => twoDigits(time.getUTCFullYear() % 100),
  YYYY: (time) => String(time.getUTCFullYear()).padStart(4, '0'),
  Z: (_, moment) => offsetText(moment, ':', 'Z'),
  ZZZ: (_, moment) => offsetText(moment, '', 'UTC'),
  ZZZZ: (_, moment) => offsetText(moment, '', '+0000'),
  ZZZZZ: (_, moment) => offsetText(moment, ':', '+00:00'),
  aa: (time) => (time.getUTCHours() < 12 ? 'am' : 'pm'),
  h: (time) => String(time.getUTCHours()),
  hh: (time) => twoDigits(time.getUTCHours()),
  m: (time) => String(time.getUTCMinutes()),
  mm: (time) => twoDigits(time.getUTCMinutes()),
  s: (time) => String(time.getUTCSeconds()),
  ss: (time) => twoDigits(time.getUTCSeconds()),
}

/** An apostrophe written twice, a quoted literal, a run of one letter, or anything else. */
const token = /''|'(?:[^']|'')*'|'|([A-Za-z])\1*|[^A-Za-z']+/gy

export function formatDate(specification: string, moment: Instant): string {
  const time = localTime(moment)
  return Array.from(specification.matchAll(token), ([sequence]) => {
    if (sequence.startsWith("'")) return literal(sequence)
    if (!/^[A-Za-z]/.test(sequence)) return sequence
    const field = fields[sequence]
    if (!field) throw new FunctionError(`invalid date format sequence "${sequence}"`)
    return field(time, moment)
  }).join('')
}

function literal(quoted: string): string {
  if (quoted === "''") return "'"
  if (quoted.length < 2) throw new FunctionError("unterminated literal '")
  return quoted.slice(1, -1).replaceAll("''", "'")
}

function hourOfTwelve(time: Date): number {
  return time.getUTCHours() % 12 || 12
}

function words(list: string): readonly string[] {
  return list.split(' ')
}
