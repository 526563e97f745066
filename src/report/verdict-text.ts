import type {FailCondition, Failure} from '../model/verdict.ts'
import type {GapReason} from '../model/gap.ts'
import {counted} from './count-text.ts'
import {gapWords} from './gap-words.ts'
import {harmless} from './harmless.ts'
import {decimalPlaces} from './money-text.ts'

interface Verdict {
  readonly outcome: 'clean' | 'findings' | 'unfinished'
  readonly failures: readonly Failure[]
  readonly unfinished: ReadonlyMap<GapReason, number>
  readonly notMapped: number
}

/** One line that says why a run does not end in 0. */
export function verdictText({outcome, failures, unfinished, notMapped}: Verdict): string | undefined {
  if (outcome === 'clean') return undefined
  if (outcome === 'findings') return `fails: ${failures.map(failureText).join('; ')}`
  const gaps = [...unfinished].map(([reason, count]) => `${count} × ${gapWords[reason].title.toLowerCase()}`)
  const attributes = notMapped === 0 ? [] : [`${counted(notMapped, 'attribute')} without a rule`]
  return `unfinished: not everything could be looked at (${[...gaps, ...attributes].join(', ')})`
}

/** `3 findings new and high or worse (--fail-on high)`. */
function failureText({condition, findings, cost}: Failure): string {
  const what = `${counted(findings, 'finding')}${qualities(condition)}`
  const amount = cost === undefined ? '' : `, ${cost.currency} ${decimalPlaces(cost.monthly, 2)} a month more`
  return `${what}${amount} (--fail-on ${harmless(condition.text)})`
}

function qualities({least, about, confidence, standing}: FailCondition): string {
  const parts = [
    ...(standing === undefined ? [] : [standing === 'new' ? 'new' : 'known']),
    ...(confidence === 'derived' ? ['possible'] : []),
    ...(about === undefined ? [] : [`of ${about}`]),
    ...(least === undefined ? [] : [least === 'critical' ? 'critical' : `${least} or worse`]),
  ]
  return parts.length === 0 ? '' : ` ${parts.join(' and ')}`
}
