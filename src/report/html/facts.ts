import type {Finding, TagBreach} from '../../model/finding.ts'
import type {TagCause} from '../../model/tag-cause.ts'
import {signedAmount} from '../cost-text.ts'
import {harmless} from '../harmless.ts'
import {propagationWords, tagCauseWords} from '../tag-cause-words.ts'
import {valueText} from '../value-text.ts'

type Fact = readonly [label: string, text: string]

/** What the page says of a finding below its two sides: labels and text, what is not known left out. */
export function factsOf(finding: Finding): readonly Fact[] {
  const {subject, calls, confirmed, fingerprint} = finding
  const facts: readonly (readonly [string, string | undefined])[] = [
    ...codeFacts(finding),
    ...costFacts(finding),
    ['Path', 'path' in finding ? finding.path : undefined],
    ['Name', subject.name],
    ['Id', subject.id],
    ['ARN', subject.arn],
    ['Object type', subject.objectType],
    [
      'Called from',
      calls?.map(({file, line}) => `${file}${line === undefined ? '' : `:${line}`}`).join(' → ') || undefined,
    ],
    [
      'Read again',
      confirmed === undefined ? undefined : confirmed ? 'a fresh read shows it too' : 'no fresh read could be made',
    ],
    ['Fingerprint', fingerprint],
  ]
  return facts.flatMap(([label, text]) => (text === undefined ? [] : [[label, harmless(text)] as const]))
}

/** The parts that an amount is made of, and when the prices were so. */
function costFacts({cost}: Finding): readonly (readonly [string, string])[] {
  if (!cost) return []
  const {parts, region, pricesAsOf, notes = []} = cost.basis
  const texts = parts.map(
    ({what, quantity, unit, monthly}) => `${quantity} × ${what} (${unit}): ${signedAmount(cost.currency, monthly)}`,
  )
  return [['Priced', [...texts, `list prices of ${pricesAsOf} in ${region}`, ...notes].join('; ')]]
}

function codeFacts(finding: Finding): readonly (readonly [string, string | undefined])[] {
  switch (finding.code) {
    case 'controlled':
      return [['Set by', finding.controlledBy]]
    case 'unapplied':
    case 'conflict':
      return [['In the code', valueText(finding.configured)]]
    case 'unmanaged-child':
      return [['In AWS', valueText(finding.after)]]
    case 'missing':
      return [
        ['Part of', finding.partOf],
        ['Status', finding.status],
      ]
    case 'owned-elsewhere':
      return [
        ['Owned by', finding.ownedBy],
        ['Evidence', finding.evidence],
      ]
    case 'duplicate-owner':
      return [['Declared by', finding.addresses.join(', ')]]
    case 'tag-missing':
    case 'tag-value-invalid':
    case 'tag-key-invalid':
      return tagFacts(finding)
    case 'accelerator-unowned':
      return [
        ['Instance', `${finding.instanceType}, ${finding.count} × ${finding.model}`],
        ['Missing tags', finding.missingKeys.join(', ')],
      ]
    case 'ignore-expired':
    case 'ignore-unused':
      return [
        ['Ignore', finding.ignore],
        ['Reason', finding.reason],
      ]
    default:
      return []
  }
}

function tagFacts({cause, parent, rule, part, found, ownedBy, message}: TagBreach): typeof facts {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Cause', cause && causeText(cause)],
    ['What fits', parent ? propagationWords[parent.kind] : cause && tagCauseWords[cause].fix],
    ['Made by', parent?.name],
    ['Kept by', ownedBy],
    ['Instead', found],
    ['Part', part],
    ['Policy says', message],
    ['Rule', rule],
  ]
  return facts
}

export function causeText(cause: TagCause): string {
  return tagCauseWords[cause].title
}
