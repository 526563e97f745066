import type {Finding} from '../../model/finding.ts'
import {ownerOf} from '../../model/owner.ts'
import type {Value} from '../../model/value.ts'
import {changeText} from '../change-text.ts'
import {costText} from '../cost-text.ts'
import {documentLines, isDocument} from '../document.ts'
import {harmless} from '../harmless.ts'
import {kindOf} from '../kind.ts'
import {propertyName} from '../owner.ts'
import {shownName} from '../terminal/subject.ts'
import {valueText} from '../value-text.ts'
import {predicateText} from '../words.ts'
import {factsOf} from './facts.ts'
import type {PageFinding} from './page-data.ts'
import {pageRemedy} from './page-remedy.ts'
import {placeText} from './place-text.ts'

/** Findings as the page shows them, one by one; `seen` has how often each fingerprint was there before. */
export function pageFinding(finding: Finding, seen: Map<string, number>): PageFinding {
  const {code, severity, subject, confidence, source, change, standing, cost, costUnknown, remedies} = finding
  const property = propertyName(finding)
  const declaring = ownerOf(finding)?.address
  return {
    id: uniqueId(finding.fingerprint, seen),
    severity,
    kind: kindOf(code),
    code,
    subject: shownName(subject),
    says: predicateText(finding),
    ...texts({type: subject.type ?? subject.objectType, account: subject.location?.account}),
    ...texts({region: subject.location?.region, property: property === '' ? undefined : property}),
    ...('before' in finding && {before: sideText(finding.before)}),
    ...('after' in finding && {after: sideText(finding.after)}),
    ...(source && {place: placeText(source)}),
    ...(confidence === 'derived' && {possible: true}),
    ...(change && {change: changeText(change)}),
    ...(standing && {standing}),
    ...((cost ?? costUnknown) && {cost: {text: costText(finding), ...(cost && {amount: Number(cost.monthly)})}}),
    facts: [...(declaring === undefined ? [] : [['Declared by', harmless(declaring)] as const]), ...factsOf(finding)],
    ...(remedies && {remedies: remedies.map(pageRemedy)}),
  }
}

/** Several findings of one fingerprint (a policy that names a key twice) need an address each. */
function uniqueId(fingerprint: string, seen: Map<string, number>): string {
  const count = (seen.get(fingerprint) ?? 0) + 1
  seen.set(fingerprint, count)
  return count === 1 ? fingerprint : `${fingerprint}-${count}`
}

function texts<Key extends string>(
  values: Readonly<Record<Key, string | undefined>>,
): Readonly<Partial<Record<Key, string>>> {
  const known = Object.entries<string | undefined>(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known.map(([key, value]) => [key, harmless(value ?? '')])) as Partial<Record<Key, string>>
}

function sideText(value: Value | undefined): string {
  return isDocument(value) ? documentLines(value).join('\n') : valueText(value)
}
