import {readFile} from 'node:fs/promises'

import {z} from 'zod'

import {userError} from '../../errors.ts'
import type {CostAllocation} from '../../model/cost-allocation.ts'
import {allocationOf} from './answer.ts'

const answer = z.object({
  CostAllocationTags: z.array(
    z.object({
      TagKey: z.string(),
      Type: z.string().optional(),
      Status: z.enum(['Active', 'Inactive']),
      LastUpdatedDate: z.string().optional(),
      LastUsedDate: z.string().optional(),
    }),
  ),
  BackfillRequests: z
    .array(
      z.object({
        BackfillFrom: z.string(),
        RequestedAt: z.string().optional(),
        BackfillStatus: z.string().optional(),
      }),
    )
    .optional(),
})

const hint =
  'Write it with: aws ce list-cost-allocation-tags --type UserDefined --region us-east-1 > tags.json (BackfillRequests of list-cost-allocation-tag-backfill-history may stand beside)'

/**
 * What `aws ce list-cost-allocation-tags` answered, in a file.
 * @throws TrueupError `cost-allocation-not-readable`
 */
export async function readCostAllocationFile(file: string): Promise<CostAllocation> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw userError('cost-allocation-not-readable', `cannot read ${file}: ${error.code}`, hint, error)
  })
  const {success, data, error} = answer.safeParse(parsed(file, text))
  if (success) return allocationOf(data.CostAllocationTags, data.BackfillRequests ?? [])
  const [issue] = error.issues
  const where = issue?.path.join('.') || 'the whole'
  throw userError(
    'cost-allocation-not-readable',
    `${file}: ${where}: ${issue?.message ?? 'not what AWS answers'}`,
    hint,
  )
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw userError('cost-allocation-not-readable', `${file} is no JSON`, hint, error)
  }
}
