import {z} from 'zod'

import {decimal} from '../cost-schema.ts'
import {gap, runBrief} from '../schema.ts'
import {keptFinding, runScope} from './kept-schema.ts'

/** The published shape of `trueup history --json`; `npm run schemas` writes it to `schemas/history.schema.json`. */
const text = z.string()
const count = z.int().min(0)
const time = text.describe('ISO 8601, UTC.')

const scope = z.object({
  id: text.describe('For --scope.'),
  of: runScope,
  runs: count,
  latest: time,
})

const amount = z.object({amount: decimal, currency: text})

const standing = z
  .enum(['new', 'recurring', 'still', 'gone', 'unknown', 'ignored'])
  .describe(
    'At the last run, against the run of `since`. recurring: it was gone, and is there again; unknown: no later run could have seen it.',
  )

export const historySchema = z
  .object({
    schemaVersion: z.literal('1.0'),
    at: time,
    place: text,
    scope,
    otherScopes: z.array(scope),
    since: time.optional().describe('The run that standings are told against.'),
    counts: z.record(standing, count),
    cost: z.array(amount).describe('What all findings cost over the time that they were there, a row a currency.'),
    runs: z.array(runBrief.extend({version: text.describe('Of trueup.')})).describe('Oldest first.'),
    findings: z.array(
      keptFinding.extend({
        standing,
        appearances: z.array(
          z.object({
            firstSeen: time,
            lastSeen: time,
            gone: time.optional().describe('The first run that looked and did not find it.'),
          }),
        ),
        seconds: z.number().min(0).describe('All appearances together.'),
        lifeCost: amount.optional().describe('What it cost over that time.'),
      }),
    ),
    gaps: z.array(gap).describe('Kept runs that could not be read.'),
  })
  .meta({title: 'trueup history'})

type Frozen<T> = T extends object ? {readonly [Key in keyof T]: Frozen<T[Key]>} : T

export type HistoryJson = Frozen<z.infer<typeof historySchema>>
