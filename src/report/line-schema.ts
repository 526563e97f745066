import {z} from 'zod'

import {finding} from './finding-schema.ts'
import {gap, reportSchema} from './schema.ts'

const {schemaVersion, tool, generatedAt, inputs, findings: _, gaps: __, ...closing} = reportSchema.shape

/** The published shape of a line of `--report ndjson`; see `schema.ts`. */
export const reportLineSchema = z
  .discriminatedUnion('kind', [
    z.object({kind: z.literal('report'), schemaVersion, tool, generatedAt, inputs}),
    z.object({kind: z.literal('finding'), finding}),
    z.object({kind: z.literal('gap'), gap}),
    z.object({kind: z.literal('summary'), ...closing}),
  ])
  .describe('A line of `trueup scan --report ndjson`. The last one is a summary; without it the file is cut off.')
