import type {AcceptedFinding, Baseline} from '../../model/baseline.ts'
import {severities, type Finding, type Severity} from '../../model/finding.ts'
import {wasLookedFor, type Looked} from './looked.ts'

/** What is not found any more. */
export interface Compared {
  /** Looked for. */
  readonly gone: readonly AcceptedFinding[]
  /** Not looked for, as far as that is known. */
  readonly unseen: readonly AcceptedFinding[]
}

/** @param found all that was found, ignored or not: what is ignored is not gone */
export function compareWith(baseline: Baseline, found: readonly Finding[], looked: Looked): Compared {
  const there = new Set(found.map(({fingerprint}) => fingerprint))
  const given = new Set(looked.inputs.states.map(({file}) => file))
  const allStates = baseline.states.every((state) => given.has(state))
  const absent = baseline.findings.filter(({fingerprint}) => !there.has(fingerprint))
  const isGone = (accepted: AcceptedFinding): boolean => {
    const {address} = accepted
    const isOfTheseStates = address === undefined || allStates || looked.isDeclared(address)
    return isOfTheseStates && wasLookedFor(accepted, looked)
  }
  const {gone = [], unseen = []} = Object.groupBy(absent, (accepted) => (isGone(accepted) ? 'gone' : 'unseen'))
  return {gone, unseen}
}

/** Findings with how they stand: known where they were accepted, are no worse than they were then, and the day has not passed. */
export function standing(findings: readonly Finding[], baseline: Baseline, today: string): readonly Finding[] {
  const accepted = new Map<string, Severity>()
  for (const {fingerprint, severity, until} of baseline.findings) {
    if (until === undefined || until >= today) accepted.set(fingerprint, severity)
  }
  return findings.map((finding) => {
    const then = accepted.get(finding.fingerprint)
    const isKnown = then !== undefined && severities.indexOf(finding.severity) >= severities.indexOf(then)
    return {...finding, standing: isKnown ? 'known' : 'new'}
  })
}
