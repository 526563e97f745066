import type {BillFormat, CostBasis} from '../../model/bill.ts'
import type {UntaggedCause} from '../../model/bill-report.ts'

/** The words of what a bill's figures are called. */
export const bucketTexts: Readonly<Record<string, string>> = {
  accelerators: 'accelerators',
  tagged: 'accelerators with all tags',
  untagged: 'accelerators that lack tags',
  'tags-unknown': 'accelerators, tags unknown',
  'idle-reservations': 'idle reservations of accelerators',
  'unknown-accelerators': 'accelerators that are not known here',
  'fpga-and-media': 'FPGAs and media accelerators',
  'unused-commitment': 'unused commitment',
  'commitment-fees': 'fees of commitments',
  marketplace: 'Marketplace',
  support: 'support',
  tax: 'tax',
  credits: 'credits',
  refunds: 'refunds',
  discounts: 'discounts',
  adjustments: 'adjustments',
  'other-fees': 'other fees',
  'other-usage': 'all other usage',
  'other-line-types': 'lines of other types',
  'other-providers': 'other clouds',
  'absurd-dates': 'lines with impossible dates',
}

export const formatTexts: Readonly<Record<BillFormat, string>> = {
  cur: 'Cost and Usage Report (legacy)',
  'cur-2': 'Cost and Usage Report 2.0',
  focus: 'FOCUS',
  'cost-explorer': 'Cost Explorer',
}

export function basisText(basis: CostBasis): string {
  return basis === 'net-amortised' ? 'net amortised cost' : `${basis} cost`
}

export const noteTexts: Readonly<Record<string, string>> = {
  'focus-amortised':
    'FOCUS has one amortised cost, EffectiveCost, that is after negotiated discounts: amortised and net amortised are the same here.',
  'cost-explorer':
    'Cost Explorer tells sums by service and usage type: what it cannot tell is named below. A tag with an empty value counts as it counts it.',
  estimated: 'The month is not closed: its figures are estimates of AWS, and change.',
  'provider-unknown': "No column says whose cloud the charges are of: they are taken as AWS's.",
  'instance-type-from-description':
    'The bill has no usage types: machines were found by their names in product attributes or descriptions.',
}

export const causeTexts: Readonly<Record<UntaggedCause, string>> = {
  'key-not-in-bill': 'the key is in no line: not activated, or never used',
  'key-not-activated': 'the key is not activated for cost allocation',
  'activated-later': 'the key was activated later: a backfill reaches these lines',
  'tagged-now': 'the resource has the tag now, the bill not yet',
  'not-applied': 'the code sets it, the resource does not have it',
  'tagged-later': 'tagged later: a backfill reaches these lines',
  'tag-removed': 'the tag was taken away',
  'variant-key': 'under another spelling',
  'empty-value': 'the value is empty',
  'forbidden-value': 'the value says nothing',
  'no-resource': 'the line names no resource',
  'never-tagged': 'never tagged on this bill',
  'not-told': 'why is not told',
}
