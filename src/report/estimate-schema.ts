import {z} from 'zod'

/** The published shape of `trueup scan --estimate --json`; fields are added, never changed in meaning. */
const text = z.string()
const count = z.int().min(0)
const most = count.optional().describe('Absent where pages are not known before they are listed.')

const open = z
  .enum(['lists-undeclared', 'lists-tagged', 'lists-and-completes'])
  .optional()
  .describe(
    'Why the most is not known: what nobody declared is listed too, all that has tags is, or each is completed.',
  )

const call = z.object({
  action: text.describe('As IAM calls it; `ec2:*` where several calls of a service are meant.'),
  account: text,
  region: text,
  atLeast: count,
  atMost: most,
  open,
  callsPerSecond: z.number().optional().describe('The published limit; absent where none is.'),
  usdPerCall: text.optional().describe('Where calls are billed: the list price of one in us-east-1, a decimal.'),
})

export const estimateSchema = z
  .object({
    schemaVersion: z.literal('1.0'),
    accounts: count,
    places: count.describe('Accounts and regions; global objects of an account are one more place.'),
    types: count,
    declared: count,
    calls: z.array(call),
    atLeast: count,
    atMost: most,
    leastSeconds: z.number().describe('How long the published limits make it last, if nothing else did.'),
    mostReread: count.describe(
      'Declared objects that are looked at once more where their recording differs, at most; these calls come on top.',
    ),
    leastUsd: text.describe('Decimal, of the calls that are surely made.'),
    unknown: z.array(z.object({account: text, detail: text})).describe('Accounts that could not be asked, and why.'),
  })
  .meta({title: 'trueup estimate'})

type Frozen<T> = T extends object ? {readonly [Key in keyof T]: Frozen<T[Key]>} : T

export type EstimateJson = Frozen<z.infer<typeof estimateSchema>>
