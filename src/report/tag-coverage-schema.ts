import {z} from 'zod'

import {gap, inputs} from './schema.ts'
import {tagCoverage, tagSpend} from './tag-figures-schema.ts'

/** The published shape of `tags coverage`; `npm run schemas` writes it to `schemas/tag-coverage.schema.json`. */
const count = z.int().min(0)

export const tagCoverageSchema = z
  .object({
    schemaVersion: z.literal('1.0'),
    inputs,
    ...tagCoverage,
    inBaseline: count.describe('Objects that lack nothing but what the baseline knows: in no figure.'),
    spend: tagSpend,
    gaps: z.array(gap),
  })
  .meta({title: 'trueup tags coverage'})

type Frozen<T> = T extends object ? {readonly [Key in keyof T]: Frozen<T[Key]>} : T

export type TagCoverageJson = Frozen<z.infer<typeof tagCoverageSchema>>
