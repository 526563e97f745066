import {errorWords} from './error-words.ts'
import {findingWords} from './finding-words.ts'
import {gapWords} from './gap-words.ts'
import type {Words} from './words.ts'

/** One thing that `trueup explain` can explain. */
export interface Topic extends Words {
  readonly code: string
  readonly kind: 'finding' | 'gap' | 'error'
}

/** Everything with a code, findings first. Codes of gaps have the prefix `gap-`. */
export const topics: readonly Topic[] = [
  ...Object.entries<Words>(findingWords).map(([code, words]) => topic('finding', code, words)),
  ...Object.entries<Words>(gapWords).map(([reason, words]) => topic('gap', `gap-${reason}`, words)),
  ...Object.entries(errorWords).map(([code, words]) => topic('error', code, words)),
]

export function topicOf(code: string): Topic | undefined {
  return topics.find((one) => one.code === code)
}

function topic(kind: Topic['kind'], code: string, {title, meaning, steps}: Words): Topic {
  return {code, kind, title, meaning, steps}
}
