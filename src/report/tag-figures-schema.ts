import {z} from 'zod'

import {decimal} from './cost-schema.ts'

/** The published shape of the coverage by tags, which reports of scans and of `tags coverage` share. */
const text = z.string()
const count = z.int().min(0)

export const figures = {
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

export const tagRow = z.object({name: text, ...figures})

export const tagCoverage = {
  keys: z.array(text).describe('Keys that policies require.'),
  total: z.object(figures),
  by: z.object({
    key: z.array(tagRow),
    type: z.array(tagRow),
    account: z.array(tagRow),
    region: z.array(tagRow),
    team: z.array(tagRow),
  }),
  teamKey: text.optional().describe('The key that says whose an object is.'),
  notTaggable: count.describe('Of types that AWS cannot tag, or kept by AWS itself: in no figure.'),
}

export const tagSpend = z.object({currency: text, basis: text}).optional().describe('What the amounts are.')
