import {z} from 'zod'

import {sharedSplits} from '../../model/unit-spend.ts'
import {untaggedCauses} from '../../model/bill-report.ts'
import {decimal} from '../cost-schema.ts'
import {source} from '../finding-schema.ts'
import {gap} from '../schema.ts'

/** The published shapes of `trueup spend ... --json`, beside that of a report in `report/schema.ts`. Fields are added, never changed. */

const text = z.string()
const count = z.int().min(0)

const files = z.object({count, examples: z.array(text).describe('A few of them.')})

const amounts = {
  currency: text.optional().describe('ISO 4217; absent where the bill does not say.'),
  basis: z.enum(['net-amortised', 'amortised', 'unblended']).describe('What a line is taken to cost.'),
  period: z
    .object({start: text, end: text})
    .optional()
    .describe('Days, ISO 8601, the end exclusive where the bill has billing periods.'),
  total: decimal.describe('Of all lines under the basis. The buckets sum to it exactly.'),
  unblended: decimal.optional().describe('The same lines as invoiced, where the basis is another one.'),
  buckets: z.array(z.object({name: text, amount: decimal, lines: count})),
  totals: z
    .array(
      z.object({
        by: z.array(text).describe('day, month, account, region, product, bucket, model, team, cause, tag:KEY.'),
        rows: z.array(
          z.object({
            values: z.array(text).describe('One a name of `by`; empty where the lines have none.'),
            amount: decimal,
            rounded: decimal.describe('As many places as the currency has; these sum to the rounded total.'),
            accelerators: decimal.describe('What of it is for accelerators, idle ones included.'),
            acceleratorHours: decimal,
            untagged: decimal.optional().describe('Accelerators that lack a required tag; of `spend untagged` alone.'),
            unblended: decimal.optional().describe('As invoiced.'),
            lines: count,
          }),
        ),
      }),
    )
    .optional()
    .describe('One for each --by; the rows of each sum to `total`.'),
  showback: z
    .object({
      by: z.array(text),
      rows: z.array(
        z.object({
          month: text,
          values: z.array(text),
          kind: z.enum(['allocated', 'unallocated', 'shared-without-anyone']),
          direct: decimal,
          shared: decimal,
          amount: decimal,
          rounded: decimal,
          share: decimal.optional().describe('Of the month, of 1, rounded to 6 places.'),
          change: decimal.optional().describe('Against the month before.'),
          invoiced: decimal.optional(),
          invoicedRounded: decimal.optional(),
        }),
      ),
    })
    .optional()
    .describe('Where a showback or chargeback was asked for; the rows sum to `total`.'),
  splitCostChildren: z
    .object({amount: decimal, lines: count})
    .optional()
    .describe('Lines of split cost allocation, not in the total: they repeat what their instances cost.'),
  inputs: z.array(z.object({format: z.enum(['cur', 'cur-2', 'focus', 'cost-explorer']), files, lines: count})),
  skipped: z
    .array(z.object({file: text, because: z.enum(['same-content', 'superseded']), as: text.optional()}))
    .describe('Files that were not counted, since their charges are elsewhere.'),
  paid: z
    .object({
      service: z.enum(['athena', 'cost-explorer']),
      requests: count,
      bytes: count.optional(),
      usd: decimal,
      oldest: text.optional(),
    })
    .optional()
    .describe('What asking AWS for the figures cost, at list prices.'),
  notes: z.array(text),
  notComputable: z
    .array(z.object({figure: text, needs: z.array(text), files}))
    .describe('Figures that are not zero but unknown, and the columns that they take.'),
  gaps: z.array(gap),
}

const machine = {
  account: text,
  region: text,
  product: text,
  instanceType: text,
  class: text.optional(),
  model: text.optional(),
  amount: decimal,
  lines: count,
  acceleratorHours: decimal.optional().describe('Hours of devices; fractional devices count as fractions.'),
}

export const gpuSpendSchema = z
  .object({
    schemaVersion: z.literal('1.0'),
    ...amounts,
    acceleratorHours: decimal,
    models: z.array(
      z.object({
        class: text,
        model: text,
        amount: decimal,
        acceleratorHours: decimal,
        pricePerAcceleratorHour: decimal.optional(),
      }),
    ),
    rows: z
      .array(
        z.object({
          bucket: text,
          ...machine,
          role: text.describe('machine, idle, marker, upfront, host, surcharge, managed.'),
          purchase: text.describe('on-demand, spot, reserved, savings-plan, upfront.'),
          machineHours: decimal.optional(),
          pricePerAcceleratorHour: decimal.optional(),
          paysFor: z.object({start: text, end: text}).optional().describe('What an upfront charge pays for.'),
          notes: z.array(text).optional(),
        }),
      )
      .describe('The rows of a bucket of accelerators sum to it.'),
    containers: z
      .object({
        allocated: decimal,
        withoutContainers: decimal.describe('Cost of accelerators on which no container is known.'),
        rows: z.array(
          z.object({
            orchestrator: z.enum(['eks', 'ecs', 'unknown']),
            cluster: text,
            namespace: text.optional(),
            workload: text,
            team: text.optional(),
            amount: decimal,
            machines: count,
            lines: count,
          }),
        ),
      })
      .optional()
      .describe(
        'With --containers: rows sum to `allocated`, and with `withoutContainers` to the bucket `accelerators`.',
      ),
  })
  .meta({title: 'trueup spend gpu'})

const cause = z.enum(untaggedCauses).describe('Why a line lacks the key. Further causes may be added.')

const share = decimal.optional().describe('Of 1, rounded to 6 places; absent where there is nothing to share.')

export const untaggedSpendSchema = z
  .object({
    schemaVersion: z.literal('1.0'),
    ...amounts,
    keys: z
      .array(
        z.object({
          key: text,
          amount: decimal,
          resources: count,
          causes: z.array(z.object({cause, amount: decimal, resources: count})),
        }),
      )
      .describe('What lacks each required key. A resource may lack several, so these do not sum to anything.'),
    coverage: z.object({
      amount: decimal,
      untaggedAmount: decimal,
      taggedShareOfSpend: share,
      resources: count,
      untaggedResources: count,
      taggedShareOfResources: share,
    }),
    rows: z
      .array(
        z.object({
          resource: text.optional().describe('As the bill names it: an id or an ARN.'),
          ...machine,
          firstSeen: text.optional(),
          lastSeen: text.optional(),
          idle: z.literal(true).optional().describe('Reserved capacity that was paid for and not used.'),
          missing: z.array(z.object({key: text, cause, found: text.optional()})),
          address: text.optional().describe('As Terraform prints it.'),
          source: source.optional(),
          team: text.optional(),
          owner: z
            .object({kind: text, name: text, address: text.optional(), source: source.optional()})
            .optional()
            .describe('What made the resource, as its tags tell.'),
        }),
      )
      .describe('Sum to the bucket `untagged`.'),
  })
  .meta({title: 'trueup spend untagged'})

export const unitSpendSchema = z
  .object({
    schemaVersion: z.literal('1.0'),
    ...amounts,
    by: text,
    split: z.enum(sharedSplits),
    direct: decimal,
    shared: decimal,
    unallocatedAmount: decimal,
    rows: z.array(
      z.object({
        customer: text,
        month: text.optional(),
        units: decimal.optional().describe('Absent where the usage table does not name the customer.'),
        direct: decimal,
        shared: decimal,
        amount: decimal,
        rounded: decimal.describe(
          'Two places; the rounded amounts of all rows and of `unallocated` sum to the rounded total.',
        ),
        perUnit: decimal.optional(),
        notes: z.array(z.enum(['usage-without-cost', 'cost-without-usage'])).optional(),
      }),
    ),
    unallocated: z.array(
      z.object({
        reason: z.enum(['no-value', 'not-a-customer', 'not-usage', 'no-usage']),
        month: text.optional(),
        name: text.optional().describe('The value that is no customer, or the bucket.'),
        amount: decimal,
        rounded: decimal,
        lines: count,
      }),
    ),
  })
  .describe('Rows and `unallocated` sum to `total` exactly.')
  .meta({title: 'trueup spend unit'})

type Frozen<T> = T extends object ? {readonly [Key in keyof T]: Frozen<T[Key]>} : T

export type GpuSpendJson = Frozen<z.infer<typeof gpuSpendSchema>>

export type UntaggedSpendJson = Frozen<z.infer<typeof untaggedSpendSchema>>

export type UnitSpendJson = Frozen<z.infer<typeof unitSpendSchema>>
