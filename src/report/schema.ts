import {z} from 'zod'

/**
 * The published shape of a report. `npm run schemas` writes it to `schemas/report.schema.json`; only types may be imported from
 * here at run time, for zod takes longer to load than a report to print. Fields are added, never changed in meaning.
 */

const text = z.string()
const count = z.int().min(0)
const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe('An exact decimal number as text.')
const time = z.string().describe('ISO 8601, UTC.')

export const source = z
  .object({file: text, line: z.int().min(1).optional(), column: z.int().min(1).optional()})
  .describe('A place that a person can open; lines and columns count from 1.')

const severity = z.enum(['critical', 'high', 'medium', 'low', 'info'])

const code = z
  .enum([
    'drifted',
    'drifted-undeclared',
    'controlled',
    'unapplied',
    'stale-state',
    'conflict',
    'not-applied',
    'not-configured',
    'missing',
    'unmanaged',
    'unmanaged-child',
    'owned-elsewhere',
    'duplicate-owner',
    'tag-missing',
    'tag-value-invalid',
    'tag-key-invalid',
    'tag-exemption-expired',
    'accelerator-unowned',
  ])
  .describe('`trueup explain CODE` tells what it means. Further codes may be added.')

const place = {
  partition: text.optional().describe('aws, aws-cn, aws-us-gov, ...'),
  account: text.optional(),
  region: text.optional().describe('`global` for objects of global services.'),
}

const args = z
  .object({
    partOf: text.optional(),
    status: text.optional().describe('Of an object that AWS still shows while, or after, it is deleted.'),
    ownedBy: text.optional(),
    configured: z.unknown().optional().describe('What the code says, where that is a third thing.'),
    controlledBy: text.optional().describe('Who moved the value.'),
    evidence: text.optional(),
    addresses: z.array(text).optional(),
    key: text.optional().describe('Of the tag.'),
    on: z.enum(['declared', 'live']).optional().describe('Where a tag rule was broken.'),
    otherSide: text
      .optional()
      .describe('How the other side of the same object stands: same, right, wrong, unknown, none.'),
    rule: text.optional().describe('Id of the rule in the policy.'),
    message: text.optional().describe("The policy's own words."),
    variant: text.optional().describe('A key that differs from the required one in case or separators only.'),
    reason: text.optional(),
    expected: text.optional(),
    keys: z.array(text).optional(),
    expired: text.optional(),
    exemptionOwner: text.optional(),
    violations: count.optional(),
    value: text.optional(),
    allowed: z.array(text).optional(),
    pattern: text.optional(),
    length: text.optional().describe('How long the value may be.'),
    missingKeys: z.array(text).optional(),
    instanceType: text.optional(),
    model: text.optional(),
    count: decimal.optional().describe('Accelerators; fractional ones count as fractions.'),
    hourly: decimal.optional(),
    monthly: decimal.optional(),
    currency: text.optional(),
  })
  .describe('What is particular to the code.')

const finding = z.object({
  code,
  severity,
  confidence: z.enum(['curated', 'derived']).describe('`derived`: mapped by rule, shown as possible.'),
  fingerprint: text.describe('Stable while files move, resources are reordered and values change again.'),
  message: text.describe('One line for people; its words may change.'),
  address: text.optional(),
  type: text.optional().describe('The Terraform type.'),
  objectType: text.optional().describe('The CloudFormation type.'),
  id: text.optional(),
  name: text.optional(),
  arn: text.optional(),
  ...place,
  path: text.optional().describe('The property, in the shape of the CloudFormation resource schema.'),
  before: z.unknown().optional().describe('What Terraform declares; absent where it sets nothing or is not known.'),
  after: z.unknown().optional().describe('What AWS says; absent where there is nothing.'),
  owner: text
    .optional()
    .describe('The address and attribute that declare the property: `aws_instance.a: instance_type`.'),
  source: source.optional(),
  args: args.optional(),
})

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
  resources: z.object({declared: count, compared: count, missing: count, notLookedAt: count, outOfScope: count}),
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
    detail: text,
    hides: z.object({count, examples: z.array(text)}),
    source: source.optional(),
  })
  .describe('Something that was not looked at, and what it hides.')

const amounts = {hourly: decimal, monthly: decimal}

const spend = z.object({
  currency: text.describe('ISO 4217.'),
  basis: z.literal('on-demand list price, Linux'),
  pricesAsOf: z.record(text, text).describe('Date of the price list, by region.'),
  ...amounts,
  unowned: z.object({...amounts, instances: count, accelerators: decimal}),
  instances: count,
  accelerators: decimal,
  rows: z.array(
    z.object({
      id: text,
      address: text.optional(),
      arn: text.optional(),
      account: text,
      region: text,
      instanceType: text,
      acceleratorClass: text,
      model: text,
      accelerators: decimal,
      hourly: decimal.optional().describe('Absent where no price is known; then it is a gap, and in no total.'),
      monthly: decimal.optional(),
      missingKeys: z.array(text).describe('Required tag keys that it does not carry; empty where it is owned.'),
      currency: text.optional().describe('Of `hourly` and `monthly`, ISO 4217.'),
      notes: z
        .array(text)
        .optional()
        .describe(
          'Why the figures are not quite what is paid. spot, capacity-block: an upper bound; dedicated, not-linux: a lower one; ' +
            'state-unknown: it may not run; count-unverified; tags-unknown: whether it is owned is not known. Further ones may be added.',
        ),
    }),
  ),
  ownershipKeys: z
    .array(text)
    .optional()
    .describe(
      'Tag keys that say who owns an instance; absent where no policy asks for any: then ownership is not judged.',
    ),
  notRunning: count.optional().describe('Accelerated instances that do not run, and so cost no compute.'),
  otherCurrencies: z
    .array(z.object({currency: text, ...amounts, unowned: z.object(amounts)}))
    .optional()
    .describe('Totals of rows in further currencies; nothing is ever converted.'),
})

const inputs = z.object({
  configuration: text.optional().describe('The folder of the code, where it was given.'),
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
  }),
  policies: z.array(text),
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

const summary = z.object({
  total: count,
  bySeverity: z.record(severity, count),
  byCode: z.partialRecord(code, count),
  clean: z.boolean().describe('No findings at all, and nothing left unlooked at.'),
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
    findings: z.array(finding),
  })
  .meta({title: 'trueup report'})

type Frozen<T> = T extends object ? {readonly [Key in keyof T]: Frozen<T[Key]>} : T

export type ReportJson = Frozen<z.infer<typeof reportSchema>>
export type FindingJson = Frozen<z.infer<typeof finding>>
