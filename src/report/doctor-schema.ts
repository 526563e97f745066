import {z} from 'zod'

/** The published shape of `trueup doctor --json`; fields are added, never changed in meaning. */
const text = z.string()

const check = z.object({
  check: z
    .enum([
      'credentials',
      'network',
      'clock',
      'organization',
      'accounts',
      'regions',
      'recorder',
      'tagging',
      'aggregator',
      'index',
      'cost-tags',
    ])
    .describe('What was looked at. Further checks may be added.'),
  status: z.enum(['ok', 'warn', 'fail']).describe('warn: a scan goes on, with less; fail: it cannot, or not there.'),
  account: text.optional(),
  region: text.optional(),
  text: text.describe('How it stands.'),
  todo: text.optional().describe('What to do about it.'),
  grant: z
    .object({Effect: z.literal('Allow'), Action: text, Resource: text})
    .optional()
    .describe('The smallest statement of an IAM policy that allows what was denied.'),
})

export const checkupSchema = z
  .object({schemaVersion: z.literal('1.0'), checks: z.array(check)})
  .meta({title: 'trueup doctor'})

type Frozen<T> = T extends object ? {readonly [Key in keyof T]: Frozen<T[Key]>} : T

export type CheckupJson = Frozen<z.infer<typeof checkupSchema>>
