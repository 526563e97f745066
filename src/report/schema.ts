import {z} from 'zod'

import {causeGroup} from './cause-schema.ts'
import {decimal, driftCost} from './cost-schema.ts'
import {spend} from './run-rate-schema.ts'
import {code, finding, place, severity, source} from './finding-schema.ts'
import {figures, tagCoverage, tagRow, tagSpend} from './tag-figures-schema.ts'
import {selected} from './selected-schema.ts'

/**
 * The published shape of a report. `npm run schemas` writes it to `schemas/report.schema.json`; only types may be imported from
 * here at run time, for zod takes longer to load than a report to print. Fields are added, never changed in meaning.
 */

const text = z.string()
const count = z.int().min(0)
const time = z.string().describe('ISO 8601, UTC.')

const skipReason = z.enum([
  'terraform-only',
  'write-only',
  'computed',
  'identity',
  'alias',
  'elsewhere',
  'not-visible',
  'unknown',
  'ignored',
  'controlled',
  'deprecated',
])

const attributes = {
  compared: count,
  skipped: z.partialRecord(skipReason, count).describe('By reason.'),
  notMapped: count.describe('The catalogue has no rule for them.'),
}

const coverage = z.object({
  resources: z.object({
    declared: count,
    compared: count,
    missing: count,
    notLookedAt: count,
    outOfScope: count,
    leftOut: count.optional(),
  }),
  attributes: z.object(attributes),
  byType: z.array(
    z.object({
      type: text,
      resources: count,
      confidence: z.enum(['curated', 'derived', 'none']),
      ...attributes,
      notMappedAttributes: z.array(text),
    }),
  ),
})

export const gap = z
  .object({
    reason: z
      .enum([
        'denied',
        'throttled',
        'timed-out',
        'failed',
        'region-off',
        'not-recorded',
        'not-read',
        'stale',
        'unsupported-type',
        'location-unknown',
        'identity-unknown',
        'ambiguous',
        'price-unknown',
        'accelerator-unknown',
        'tags-unknown',
        'unreadable-input',
      ])
      .describe('`trueup explain gap-REASON` tells what to do. Further reasons may be added.'),
    type: text.optional(),
    location: z.object(place).optional(),
    action: text.optional().describe('The AWS action that failed.'),
    grant: z
      .object({Effect: z.literal('Allow'), Action: text, Resource: text})
      .optional()
      .describe('The smallest statement of an IAM policy that allows what was denied.'),
    detail: text,
    hides: z.object({count, examples: z.array(text)}),
    source: source.optional(),
  })
  .describe('Something that was not looked at, and what it hides.')

export const inputs = z.object({
  configuration: text.optional().describe('The folder of the code, where it was given.'),
  plans: z
    .array(
      z.object({
        file: text,
        formatVersion: text,
        terraformVersion: text.optional(),
        plannedAt: time.optional(),
        isPartial: z.boolean().describe('Terraform ended with an error, or left something for another run.'),
        drifted: count.describe("Resources that Terraform's refresh found changed or gone."),
      }),
    )
    .optional()
    .describe('Plans that stand for states and code; their files are among `states`, too.'),
  crossCheck: z
    .object({both: count, terraformOnly: count, trueupOnly: count})
    .optional()
    .describe("With plans: drift of their resources by who saw it, Terraform's refresh or trueup."),
  states: z.array(
    z.object({file: text, serial: count.optional(), terraformVersion: text.optional(), resources: count}),
  ),
  live: z.object({
    kind: z.enum(['snapshot', 'aws', 'none']).describe('`none`: nobody looked at AWS.'),
    name: text,
    oldest: time.optional(),
    newest: time.optional(),
    objects: count,
    readers: z
      .array(
        z.object({
          reader: z
            .enum(['config', 'config-aggregator', 'cloud-control', 'service', 'tagging', 'resource-explorer'])
            .describe('Further ones may be added.'),
          objects: count.describe('Of the Tagging API, which gives no objects: ARNs whose tags it told.'),
          types: count.describe('Read to the end in some place.'),
          oldest: time.optional(),
          newest: time.optional(),
          reasons: z.array(
            z.object({because: text, count: count.describe('Types and places.'), examples: z.array(text)}),
          ),
        }),
      )
      .optional()
      .describe('Who answered, and why it was them.'),
    confirmation: z
      .object({suspected: count, reread: count, confirmed: count, dismissed: count})
      .optional()
      .describe('Objects that differed in recordings which may have been old, and what a fresh read of each showed.'),
    kept: z
      .object({
        parts: count.describe('Readings of a place (its objects, its tags) of which some or all was there already.'),
        oldest: time.optional().describe('When the run began that got the oldest of them.'),
        resumed: z.boolean().describe('Whether an interrupted run was taken up.'),
        damaged: count.describe('Readings whose file was torn or damaged: read anew.'),
        nothingToResume: z
          .literal(true)
          .optional()
          .describe('--resume found no interrupted run that had left an answer to what was asked.'),
        refused: text
          .optional()
          .describe('What of the answers that --cache or --resume is about could not be kept or taken up, and why.'),
      })
      .optional()
      .describe(
        'What was taken from earlier runs instead of asked anew, and what was to be taken or kept and could not.',
      ),
  }),
  policies: z.array(text),
  selection: z
    .object({only: z.array(text), skip: z.array(text)})
    .optional()
    .describe('What the scan was narrowed to; the rest was neither read nor judged.'),
})

const tags = z
  .object({
    checked: count.describe('Objects and resources that at least one rule is about.'),
    compliant: count.describe('Of these, without any violation, and with nothing that is not known.'),
    unknown: count.describe('Of these, with a rule of which nothing can be said; `gaps` tells why.'),
    notTaggable: count.describe('Of types that AWS cannot tag, or kept by AWS itself.'),
    exempted: count.describe('Violations accepted by exemptions.'),
    unusedRules: z.array(text).describe('Rules that no object is in the scope of.'),
  })
  .describe('What a check of tags was about.')

const counts = {
  total: count,
  bySeverity: z.record(severity, count),
  byCode: z.partialRecord(code, count),
}

export const runBrief = z
  .object({
    at: time,
    findings: z.object(counts),
    resources: z.object({declared: count, compared: count}),
    gaps: count.describe('Things that were not looked at.'),
    tags: z
      .object({...figures, currency: text.optional().describe('Of `monthly`, ISO 4217.'), byKey: z.array(tagRow)})
      .optional()
      .describe('Absent where no policy requires a tag.'),
    accelerators: z
      .array(z.object({currency: text, monthly: decimal, unowned: decimal}))
      .optional()
      .describe('What running accelerators cost a month at list prices, a row a currency.'),
    driftCost: z
      .array(z.object({currency: text, monthly: decimal}))
      .optional()
      .describe('What drift costs a month more than what is declared would; absent where no finding has a price.'),
  })
  .describe('One run in figures; what it did not look at is absent.')

const trend = z
  .object({
    runs: z.array(runBrief).describe('Oldest first; the last one is the run that the report is of.'),
    older: count.optional().describe('Earlier runs of the same scope that are not in `runs`, for there are too many.'),
    unreadable: count.optional().describe('Kept runs that could not be read.'),
  })
  .describe('Kept runs of the same scope.')

const summary = z.object({
  ...counts,
  clean: z.boolean().describe('No findings at all, and nothing left unlooked at.'),
  cost: driftCost.optional(),
})

export const reportSchema = z
  .object({
    schemaVersion: z.literal('1.0'),
    tool: z.object({name: z.literal('trueup'), version: text}),
    generatedAt: time,
    inputs,
    summary,
    coverage,
    gaps: z.array(gap),
    spend: spend.optional().describe('Absent where it was not asked for.'),
    tags: tags.optional().describe('Of `tags check`.'),
    tagCoverage: z
      .object({...tagCoverage, spend: tagSpend})
      .optional()
      .describe('How much of what can be tagged has the tags that policies require; absent where none requires any.'),
    ...selected,
    trend: trend.optional().describe('Absent where runs are not kept.'),
    findings: z.array(finding),
    groups: z
      .array(causeGroup)
      .optional()
      .describe(
        'Findings of several resources with one cause; each finding is in one group at most, and among `findings`.',
      ),
  })
  .meta({title: 'trueup report'})

type Frozen<T> = T extends object ? {readonly [Key in keyof T]: Frozen<T[Key]>} : T

export type ReportJson = Frozen<z.infer<typeof reportSchema>>
export type FindingJson = Frozen<z.infer<typeof finding>>
