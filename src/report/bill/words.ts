import type {BillFormat, CostBasis} from '../../model/bill.ts'

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
}

export function basisText(basis: CostBasis): string {
  return basis === 'net-amortised' ? 'net amortised cost' : `${basis} cost`
}

export const noteTexts: Readonly<Record<string, string>> = {
  'focus-amortised':
    'FOCUS has one amortised cost, EffectiveCost, that is after negotiated discounts: amortised and net amortised are the same here.',
  'provider-unknown': "No column says whose cloud the charges are of: they are taken as AWS's.",
  'instance-type-from-description':
    'The bill has no usage types: machines were found by their names in product attributes or descriptions.',
}
