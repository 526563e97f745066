import {fingerprintOf, severities, type Finding} from '../model/finding.ts'
import {causeOf} from './cause.ts'
import type {Tagged} from './tagged.ts'
import type {Violation} from './violations.ts'

export function toFinding(violation: Violation, tagged: Tagged, policyKeys: ReadonlySet<string>): Finding {
  const {rule, breach, on, otherSide} = violation
  const {subject, ownedBy} = tagged
  const source = tagged.tagSource?.(breach.key) ?? tagged.source
  const detail = {
    ...breach,
    on,
    otherSide,
    rule: rule.id,
    ...(rule.message !== undefined && {message: rule.message}),
    ...(ownedBy !== undefined && {ownedBy}),
    ...causeOf(violation, tagged, policyKeys),
    ...(tagged.part !== undefined && {part: tagged.part}),
  }
  return {
    ...detail,
    severity: rule.severity,
    confidence: 'curated',
    subject,
    ...(source && {source}),
    fingerprint: fingerprintOf(detail, subject, tagged.part),
  }
}

/** Several rules may ask the same of one object: it is told once, as badly as the worst of them has it. */
export function worstOfEach(findings: readonly Finding[]): readonly Finding[] {
  const worst = new Map<string, Finding>()
  for (const finding of findings) {
    const known = worst.get(finding.fingerprint)
    if (!known || rank(finding) < rank(known)) worst.set(finding.fingerprint, finding)
  }
  return [...worst.values()]
}

function rank({severity}: Finding): number {
  return severities.indexOf(severity)
}
