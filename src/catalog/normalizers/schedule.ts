import type {Json} from '../../model/value.ts'
import {scalarsAsText} from './exact.ts'
import {byForm} from './normalizer.ts'

/**
 * `rate(60 minutes)` is `rate(1 hour)`, and blanks inside `cron(...)` count once
 * (https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html).
 */
export const schedule = byForm((value) => (typeof value === 'string' ? form(value) : scalarsAsText(value)))

function form(text: string): Json {
  const [, amount, unit] = /^rate\(\s*(\d+)\s+(minute|hour|day)s?\s*\)$/.exec(text.trim()) ?? []
  if (amount === undefined || unit === undefined) return text.trim().replaceAll(/\s+/g, ' ')
  return Number(amount) * (minutes[unit] ?? 1)
}

const minutes: Readonly<Record<string, number>> = {minute: 1, hour: 60, day: 1440}
