import type {Report} from '../model/report.ts'
import type {BaselineFigures, Filtered, Ignored} from '../model/selected.ts'
import {counted, countText} from './count-text.ts'
import {harmless} from './harmless.ts'

/** `3 new, 130 known; 2 are gone: trueup baseline --update drops them`. */
export function baselineText({known, new: fresh, gone, unseen}: BaselineFigures): string {
  const parts = [
    `${countText(fresh)} new, ${countText(known)} known`,
    ...(gone > 0
      ? [
          `${countText(gone)} of the baseline ${gone === 1 ? 'is' : 'are'} gone: trueup baseline --update drops ${gone === 1 ? 'it' : 'them'}`,
        ]
      : []),
    ...(unseen > 0 ? [`${countText(unseen)} of it not looked for`] : []),
  ]
  return parts.join('; ')
}

/** `12 findings, 3 resources not looked at`; empty where nothing was. */
export function ignoredText({findings, resources}: Ignored): string {
  return [
    ...(findings > 0 || resources === 0 ? [counted(findings, 'finding')] : []),
    ...(resources > 0 ? [`${counted(resources, 'resource')} not looked at`] : []),
  ].join(', ')
}

export interface IgnoreLine {
  readonly rule: string
  readonly reason: string
  readonly place: string
  readonly count: string
}

/** What took something away, the most first. */
export function ignoreLines({by}: Ignored): readonly IgnoreLine[] {
  return by
    .filter(({findings, resources}) => findings + resources > 0)
    .toSorted((a, b) => b.findings + b.resources - a.findings - a.resources)
    .map(({rule, reason = '', until, source, findings, resources}) => ({
      rule: harmless(rule),
      reason: harmless(until === undefined ? reason : `${reason === '' ? '' : `${reason}, `}until ${until}`),
      place:
        source === undefined ? '' : harmless(`${source.file}${source.line === undefined ? '' : `:${source.line}`}`),
      count: countText(findings + resources),
    }))
}

export function filteredText({findings}: Filtered): string {
  return `${counted(findings, 'finding')} left out by --filter`
}

/** A line for each thing that keeps findings from counting, for formats that have no place of their own for them. */
export function selectedLines({
  baseline,
  ignored,
  filtered,
}: Pick<Report, 'baseline' | 'ignored' | 'filtered'>): readonly string[] {
  return [
    ...(baseline ? [baselineText(baseline)] : []),
    ...(ignored && ignored.findings + ignored.resources > 0 ? [`ignored: ${ignoredText(ignored)}`] : []),
    ...(filtered ? [filteredText(filtered)] : []),
  ]
}
