import {z} from 'zod'

import {decimal} from './finding-schema.ts'
import {gap, inputs} from './schema.ts'

/** The published shape of `tags coverage`; `npm run schemas` writes it to `schemas/tag-coverage.schema.json`. */
const text = z.string()
const count = z.int().min(0)

const figures = {
  objects: count.describe('The sum of the four that follow.'),
  covered: count.describe('With every required key and a value that will do.'),
  lacking: count,
  exempted: count.describe('Lacking, which a policy accepts for a time.'),
  unknown: count.describe('Not knowable: tags that nobody could see, or that only an apply tells.'),
  monthly: z
    .object({total: decimal, covered: decimal, lacking: decimal, exempted: decimal, unknown: decimal})
    .optional()
    .describe('What they cost a month, of those that have a price; absent where none has.'),
}

const row = z.object({name: text, ...figures})

export const tagCoverageSchema = z
  .object({
    schemaVersion: z.literal('1.0'),
    inputs,
    keys: z.array(text).describe('Keys that policies require.'),
    total: z.object(figures),
    by: z.object({
      key: z.array(row),
      type: z.array(row),
      account: z.array(row),
      region: z.array(row),
      team: z.array(row),
    }),
    teamKey: text.optional().describe('The key that says whose an object is.'),
    notTaggable: count.describe('Of types that AWS cannot tag, or kept by AWS itself: in no figure.'),
    inBaseline: count.describe('Objects that lack nothing but what the baseline knows: in no figure.'),
    spend: z.object({currency: text, basis: text}).optional().describe('What the amounts are.'),
    gaps: z.array(gap),
  })
  .meta({title: 'trueup tags coverage'})

type Frozen<T> = T extends object ? {readonly [Key in keyof T]: Frozen<T[Key]>} : T

export type TagCoverageJson = Frozen<z.infer<typeof tagCoverageSchema>>
