import {z} from 'zod'

import {keptFinding, runScope} from '../over-time/kept-schema.ts'
import {runBrief} from '../schema.ts'

/** The published shape of what `--notify webhook` posts; `npm run schemas` writes it to `schemas/change.schema.json`. */
const text = z.string()
const count = z.int().min(0)

export const changeSchema = z
  .object({
    schemaVersion: z.literal('1.0'),
    type: z.literal('trueup.change'),
    key: text.describe('Equal for every attempt to tell the same; also in the headers webhook-id and idempotency-key.'),
    at: text.describe('When the run looked; ISO 8601, UTC.'),
    since: text.optional().describe('Of the run that was told of before; absent in the first message.'),
    scope: runScope,
    counts: z.object({appeared: count, gone: count}).describe('Of all; the lists have the worst 500 of each.'),
    figures: runBrief,
    appeared: z.array(keptFinding),
    gone: z.array(keptFinding).describe('Not found where they were looked for.'),
  })
  .meta({title: 'trueup change'})

type Frozen<T> = T extends object ? {readonly [Key in keyof T]: Frozen<T[Key]>} : T

export type ChangeJson = Frozen<z.infer<typeof changeSchema>>
