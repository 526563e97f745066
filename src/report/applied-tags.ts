import type {AppliedTags} from '../model/applied-tags.ts'
import {counted} from './count-text.ts'
import {harmless} from './harmless.ts'

/** What was changed in AWS, and each object that was not, with AWS's own words. */
export function* renderAppliedTags({tagged, failed}: AppliedTags, undo?: string): Generator<string> {
  for (const {arn, reason} of failed) yield `✖ ${harmless(arn)}  ${harmless(reason)}\n`
  if (failed.length > 0) yield '\n'
  const rest =
    failed.length > 0
      ? `; ${counted(failed.length, 'object')} left as ${failed.length === 1 ? 'it was' : 'they were'}`
      : ''
  yield `Changed the tags of ${counted(tagged.length, 'object')} in AWS${rest}\n`
  if (undo !== undefined) yield `To restore them: trueup tags undo ${harmless(undo)}\n`
}
