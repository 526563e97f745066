import type {Finding, FindingCode} from '../model/finding.ts'
import {subjectName} from '../model/finding.ts'
import {findingWords} from './finding-words.ts'
import {harmless} from './harmless.ts'

/** What to say of one code; `trueup explain CODE` prints all of it. */
export interface Words {
  /** A few words, as a heading. */
  readonly title: string
  /** What it means and why it matters. */
  readonly meaning: string
  /** What to do, in the order in which to try it. */
  readonly steps: readonly Step[]
}

export interface Step {
  readonly text: string
  /** A command to paste; capitals stand for what the reader fills in. */
  readonly command?: string
}

type FindingOf<C extends FindingCode> = Extract<Finding, {readonly code: C}>

/** Words for a finding code, and its one-line message: what follows the subject's name. */
export type FindingWords = {
  readonly [C in FindingCode]: Words & {readonly message: (finding: FindingOf<C>) => string}
}

/** One line that says all: what it is about, and what was found. */
export function messageOf(finding: Finding): string {
  return harmless(`${subjectName(finding.subject)}: ${predicateOf(finding)}`)
}

/** The same without what it is about. */
export function predicateText(finding: Finding): string {
  return harmless(predicateOf(finding))
}

function predicateOf<C extends FindingCode>(finding: FindingOf<C>): string {
  const words: FindingWords = findingWords
  return words[finding.code].message(finding)
}
