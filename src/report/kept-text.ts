import type {KeptAnswers} from '../model/report.ts'
import {counted} from './count-text.ts'
import {harmless} from './harmless.ts'
import {timeText} from './time-text.ts'

/** What was not asked for anew, and how old that is; what was to be taken or kept, and could not. A line each. */
export function keptText(kept: KeptAnswers | undefined): readonly string[] {
  if (!kept) return []
  const {parts, oldest, resumed, damaged, nothingToResume, refused} = kept
  const whence = resumed ? 'an interrupted scan' : 'the cache'
  const age = oldest === undefined ? '' : `, the oldest asked for ${timeText(oldest)}`
  return [
    ...(parts === 0 ? [] : [`${counted(parts, 'reading')} from ${whence}${age}`]),
    ...(damaged === 0 ? [] : [`${counted(damaged, 'kept reading')} damaged, read anew`]),
    ...(nothingToResume ? ['nothing to resume: no interrupted run had asked the same of this access'] : []),
    ...(refused === undefined ? [] : [harmless(refused)]),
  ]
}
