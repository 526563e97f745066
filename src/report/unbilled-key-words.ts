import {standingText} from './billed-keys.ts'
import type {FindingWords} from './words.ts'

export const unbilledKeyWords: FindingWords['tag-key-not-billed'] = {
  title: 'Tag key that the bill is not split by',
  message: (finding) => standingText({...finding, standing: finding.activation}),
  meaning:
    'A tag policy that you gave requires this key, and the bill has it on no charge, or not on earlier ones: a key counts from the day on which it is activated for cost allocation in the account that pays. Resources may carry it all the same.',
  steps: [
    {
      text: 'Activate it in the account that pays.',
      command: 'trueup tags activate --policy tags.yaml --profile PAYER --apply',
    },
    {
      text: 'Have charges of up to twelve months filled in; one request is for all activated keys.',
      command: 'aws ce start-cost-allocation-tag-backfill --backfill-from 2026-01-01T00:00:00Z --region us-east-1',
    },
    {
      text: 'A key that billing has never met is on no resource yet, or for less than a day: tag one, and look again.',
    },
  ],
}
