import {z} from 'zod'

import {unseenReasons} from '../model/plan.ts'
import {remedyCaveats, remedyHindrances, remedyKinds} from '../model/remedy.ts'
import {tagCauses, tagParentKinds} from '../model/tag-cause.ts'
import {cost, costUnknown, decimal} from './cost-schema.ts'

/** The published shape of a finding; see `schema.ts`. */

const text = z.string()
const count = z.int().min(0)
export const source = z
  .object({file: text, line: z.int().min(1).optional(), column: z.int().min(1).optional()})
  .describe('A place that a person can open; lines and columns count from 1.')

export const severity = z.enum(['critical', 'high', 'medium', 'low', 'info'])

export const code = z
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
    'terraform-drift',
    'terraform-missing',
    'unmanaged',
    'unmanaged-child',
    'owned-elsewhere',
    'duplicate-owner',
    'tag-missing',
    'tag-value-invalid',
    'tag-key-invalid',
    'tag-exemption-expired',
    'tag-key-not-billed',
    'accelerator-unowned',
    'accelerator-idle',
    'reservation-unused',
    'ignore-expired',
    'ignore-unused',
  ])
  .describe('`trueup explain CODE` tells what it means. Further codes may be added.')

export const place = {
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
    because: z
      .enum(unseenReasons)
      .optional()
      .describe('Why trueup does not report what the refresh of Terraform found.'),
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
    cause: z
      .enum(tagCauses)
      .optional()
      .describe('Why a tag rule is broken; tells which fix fits. Further ones may be added.'),
    found: text.optional().describe('A key that is there instead of the required one.'),
    part: text
      .optional()
      .describe('What the resource makes besides itself, where the tag is of that: `root_block_device[0]`.'),
    parent: z
      .object({kind: z.enum(tagParentKinds), name: text})
      .optional()
      .describe('What made the object, and has the tag that it does not hand on.'),
    variant: text.optional().describe('A key that differs from the required one in case or separators only.'),
    reason: text.optional(),
    expected: text.optional(),
    keys: z.array(text).optional(),
    expired: text.optional(),
    exemptionOwner: text.optional(),
    violations: count.optional(),
    ignore: text.optional().describe('What an ignore is about, as it is written.'),
    findings: count.optional().describe('What an expired ignore hid and no longer hides.'),
    tagKey: text.optional(),
    activation: text.optional().describe('What the bill makes of the key: inactive, not-seen, late.'),
    since: text.optional(),
    lastUsed: text.optional(),
    backfillFrom: text.optional(),
    value: text.optional(),
    allowed: z.array(text).optional(),
    pattern: text.optional(),
    length: text.optional().describe('How long the value may be.'),
    missingKeys: z.array(text).optional(),
    instanceType: text.optional(),
    model: text.optional(),
    count: decimal.optional().describe('Accelerators; fractional ones count as fractions.'),
    unused: count.optional().describe('Instances that are reserved and not used.'),
    reserved: count.optional(),
    metric: text.optional().describe('What was measured of an idle accelerator.'),
    peak: decimal.optional().describe('The most that was measured in any period, in percent.'),
    hours: count.optional().describe('How far back was looked.'),
    hourly: decimal.optional(),
    monthly: decimal.optional(),
    currency: text.optional(),
  })
  .describe('What is particular to the code.')

const change = z.object({
  at: text.describe('ISO 8601, UTC: of the event, else of the recording that saw the change first.'),
  after: text.optional().describe('The last recording before the change.'),
  certainty: z
    .enum(['property', 'object', 'time'])
    .describe(
      '`property`: the event names the property or its value. `object`: the last write to the object. `time`: no event is known.',
    ),
  others: count.optional().describe('Other writes to the object in the same span.'),
  event: z.object({name: text, service: text, id: text}).optional().describe('Of CloudTrail.'),
  actor: z
    .object({
      kind: z.enum(['root', 'user', 'role', 'federated', 'service', 'account', 'unknown']),
      name: text,
      session: text.optional().describe('Who is behind a role, where the name of the session says so.'),
      arn: text.optional(),
    })
    .optional(),
  means: z
    .enum(['console', 'cli', 'terraform', 'opentofu', 'cloudformation', 'pulumi', 'ansible', 'service', 'automation'])
    .optional(),
  from: text.optional().describe('IP address, or the AWS service that called.'),
})

const line = z.int().min(1)

export const edit = z
  .object({file: text, line, column: line, endLine: line, endColumn: line, before: text, after: text})
  .describe(
    'Text that takes the place of other text; lines and columns (UTF-16 units) count from 1, the end is exclusive.',
  )

const remedy = z
  .object({
    kind: z.enum(remedyKinds).describe('Further ones may be added.'),
    command: z
      .array(text)
      .optional()
      .describe('Argument vector, for the folder of the root module; a shell needs it quoted.'),
    hcl: text.optional().describe('Blocks to add to the code.'),
    place: source.optional().describe('Where `hcl` belongs, or where to look.'),
    edit: edit.optional(),
    hindrance: z
      .enum(remedyHindrances)
      .optional()
      .describe('Why there is neither command nor code. Further ones may be added.'),
    caveats: z
      .array(z.enum(remedyCaveats))
      .optional()
      .describe('What to know before doing it. Further ones may be added.'),
  })
  .describe('Something that a person can do about the finding.')
export const finding = z.object({
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
  calls: z
    .array(source)
    .optional()
    .describe('Where the calls of modules stand that lead to the source, outermost first.'),
  confirmed: z
    .boolean()
    .optional()
    .describe('Of what a recording of AWS showed that may have been old: whether a fresh read showed it too.'),
  standing: z
    .enum(['new', 'known'])
    .optional()
    .describe('Against a baseline: whether it was accepted there. Absent where there is none.'),
  change: change.optional().describe('Who made it so; with --attribute, as far as AWS tells.'),
  group: text.optional().describe('In a whole report: id of the group of findings with the same cause.'),
  seenByTerraform: z
    .boolean()
    .optional()
    .describe("Of what differs in a resource of a plan: whether Terraform's refresh found it, too."),
  remedies: z.array(remedy).optional().describe('The likeliest first.'),
  cost: cost
    .optional()
    .describe('What it costs a month more (or, negative, less) than what is declared, at list prices.'),
  costUnknown: costUnknown
    .optional()
    .describe('Set instead of `cost` where it changes the bill and nobody can say by how much.'),
  args: args.optional(),
})
