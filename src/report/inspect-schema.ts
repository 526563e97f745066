import {z} from 'zod'

import {source} from './finding-schema.ts'
import {gap} from './schema.ts'

/** The published shape of `trueup inspect --json`, beside that of a report in `schema.ts`. */

const text = z.string()
const count = z.int().min(0)

const resource = z.object({
  address: text.describe('As Terraform prints it.'),
  mode: z.enum(['managed', 'data']),
  type: text,
  id: text.optional(),
  arn: text.optional(),
  partition: text.optional(),
  account: text.optional(),
  region: text.optional(),
  tags: z
    .record(text, text.nullable())
    .optional()
    .describe('The effective ones, `default_tags` merged; null for a value that cannot be known.'),
  attributes: z
    .record(text, z.unknown())
    .optional()
    .describe(
      'What the code sets: null for a value that cannot be known, `(sensitive)` for a secret. Absent for a state.',
    ),
  unknown: z.record(text, text).describe('By attribute path: why the value is not known.'),
  sensitive: z.array(text).optional().describe('Paths of attributes whose values are never shown.'),
  deposed: z.array(text).optional().describe('Keys of objects that a replacement still has to delete.'),
  gone: z.literal(true).optional().describe('Only deposed objects are left under the address.'),
  tainted: z.literal(true).optional().describe('Terraform will replace it.'),
  provider: text.describe('The provider configuration, as the state writes it.'),
  source: source.describe('Where the resource begins, in the state or the code.'),
  calls: z.array(source).optional().describe('Where the calls of modules stand that lead there, outermost first.'),
})

export const inspectionSchema = z
  .object({
    schemaVersion: z.literal('1.0'),
    states: z.array(
      z.object({
        file: text,
        resources: count,
        serial: count.optional(),
        terraformVersion: text.optional(),
        lineage: text.optional(),
      }),
    ),
    configuration: text.optional().describe('The folder of the code that was read.'),
    summary: z.object({
      resources: count,
      managed: count,
      data: count,
      deposed: count,
      tainted: count,
      byType: z.record(text, count).describe('Managed resources by Terraform type.'),
    }),
    gaps: z.array(gap),
    resources: z.array(resource),
  })
  .meta({title: 'trueup inspect'})

type Frozen<T> = T extends object ? {readonly [Key in keyof T]: Frozen<T[Key]>} : T

export type InspectionJson = Frozen<z.infer<typeof inspectionSchema>>
