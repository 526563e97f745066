import * as Flags from '@oclif/core/flags'

import type {CostAllocationSource} from '../pipeline/cost-allocation.ts'
import {accessOf} from './aws-access.ts'

/** Whether keys stand in the bill: by a file, or by asking the account that pays. */
export const costAllocationFlag = Flags.string({
  summary:
    'Tell required keys that no bill is split by: from a file with the answer of `aws ce list-cost-allocation-tags`, or `aws` to ask.',
  helpValue: 'FILE|aws',
  helpGroup: 'TAGS',
})

interface AccessFlags {
  readonly profile?: string | undefined
  readonly role?: readonly string[] | undefined
  readonly 'external-id'?: string | undefined
}

export function costAllocationSource(given: string, flags: AccessFlags): CostAllocationSource {
  return given === 'aws' ? {aws: accessOf(flags)} : {file: given}
}
