import {z} from 'zod'

import {decimal} from './cost-schema.ts'

/** The published shape of a run-rate; see `schema.ts`. */

const text = z.string()
const count = z.int().min(0)
const amounts = {hourly: decimal, monthly: decimal}

export const spend = z.object({
  currency: text.describe('ISO 4217.'),
  basis: z.literal('on-demand list price, Linux'),
  pricesAsOf: z.record(text, text).describe('Date of the price list, by region.'),
  ...amounts,
  unowned: z.object({...amounts, instances: count, accelerators: decimal}),
  instances: count,
  accelerators: decimal,
  rows: z.array(
    z.object({
      id: text,
      address: text.optional(),
      arn: text.optional(),
      account: text,
      region: text,
      instanceType: text,
      acceleratorClass: text,
      model: text,
      accelerators: decimal,
      hourly: decimal.optional().describe('Absent where no price is known; then it is a gap, and in no total.'),
      monthly: decimal.optional(),
      missingKeys: z.array(text).describe('Required tag keys that it does not carry; empty where it is owned.'),
      currency: text.optional().describe('Of `hourly` and `monthly`, ISO 4217.'),
      notes: z
        .array(text)
        .optional()
        .describe(
          'Why the figures are not quite what is paid. spot, capacity-block: an upper bound; dedicated, not-linux: a lower one; ' +
            'spot-price: at what the Spot market asked for; on-host: its host is paid, in a row of its own; state-unknown: it may not run; count-unverified; tags-unknown: whether it is owned is not known. Further ones may be added.',
        ),
      use: text
        .optional()
        .describe(
          'What the machines run for, absent for EC2 instances: sagemaker-endpoint, -notebook, -studio, -training, -hyperpod; dedicated-host, ' +
            'unused-reservation, bedrock-throughput. Further ones may be added.',
        ),
      machines: z.number().optional().describe('How many machines the row stands for; absent: one.'),
      keptBy: text.optional().describe('What started it and answers for it, where Terraform does not.'),
    }),
  ),
  unused: z
    .object({...amounts, instances: z.number(), accelerators: decimal})
    .optional()
    .describe('Reserved and used by nothing: among rows and totals of money, not among instances.'),
  utilisation: z
    .object({
      hours: count.describe('How far back was looked.'),
      measured: count.describe('Objects.'),
      idle: count,
      noMetric: count.describe('Objects that no metric is about, or none long enough: nothing is said of their use.'),
      metrics: count.describe('Time series that CloudWatch was asked for; a thousand cost USD 0.01.'),
    })
    .optional()
    .describe('What CloudWatch measured; with --utilisation.'),
  notLookedAt: z.array(text).optional().describe('What may run accelerators and was not looked at.'),
  ownershipKeys: z
    .array(text)
    .optional()
    .describe(
      'Tag keys that say who owns an instance; absent where no policy asks for any: then ownership is not judged.',
    ),
  notRunning: count.optional().describe('Accelerated instances that do not run, and so cost no compute.'),
  otherCurrencies: z
    .array(z.object({currency: text, ...amounts, unowned: z.object(amounts)}))
    .optional()
    .describe('Totals of rows in further currencies; nothing is ever converted.'),
})
