import {z} from 'zod'

/**
 * The published shape of a snapshot's lines, for other tools and for tests. `npm run schemas` writes it to
 * `schemas/snapshot-line.schema.json`; the reader itself checks less, faster (`parse-line.ts`), and never loads zod.
 */

const text = z.string()
const count = z.int().min(0)
const time = text.describe('ISO 8601, UTC.')
const type = text.describe('A CloudFormation resource type: AWS::EC2::Instance.')
const tags = z.record(text, text)
const reader = z.enum(['config', 'config-aggregator', 'cloud-control', 'service', 'tagging', 'resource-explorer'])

const location = z.object({
  partition: text.describe('aws, aws-cn, aws-us-gov, ...'),
  account: text.describe('Twelve digits.'),
  region: text.describe('`global` for objects of global services.'),
})

const header = z
  .object({
    format: z.literal('trueup-snapshot'),
    version: z.literal(1),
    createdAt: time,
    trueup: text.describe('Version of the trueup that wrote it.'),
    locations: z.array(location).describe('The places that were asked for, whether they answered or not.'),
    order: z
      .literal('account')
      .optional()
      .describe(
        'Lines of no account come first, then one account after another; absent where they are in another order.',
      ),
    salt: text.describe('Precedes every secret in its SHA-256 digest: salt, NUL, canonical JSON of the secret.'),
  })
  .describe('The first line.')

const object = z.object({
  type,
  id: text.describe('The CloudFormation primary identifier, its parts joined by |.'),
  location,
  arn: text.optional(),
  name: text.optional(),
  properties: z
    .record(text, z.unknown())
    .describe(
      'In the shape of the CloudFormation resource schema. A secret stands as {"$sensitive": digest}, with digests of its ' +
        'other forms in "$also" (the text and the hash of user data) and a "$salt" of its own where it came from another snapshot; an object that has such a key itself is wrapped as {"$plain": object}.',
    ),
  tags: tags.optional().describe('Absent where the reader could not see tags, which is not the same as none.'),
  reader,
  capturedAt: time.optional().describe('When AWS looked (Config) or answered (all others).'),
  createdAt: time.optional().describe('When the object itself was made.'),
  deleting: text.optional().describe('Set while the object still shows up but is on its way out.'),
})

const scope = z.object({
  type,
  location,
  reader,
  sees: z.union([z.literal('*'), z.array(text)]).describe('The properties that the reader can see; * means all.'),
  unread: z.array(text).optional().describe('Identifiers of objects that are there but could not be read.'),
  declaredOnly: z.literal(true).optional().describe('Only declared objects were asked for.'),
  asked: z.array(text).optional().describe('Which those were: whether any other is there is not known.'),
  daily: z.literal(true).optional().describe('What it says may be a day old.'),
  because: text.optional().describe('Why this reader and no other.'),
})

const gap = z.object({
  reason: text.describe('`trueup explain gap-REASON` tells what it means.'),
  type: text.optional(),
  location: location.partial().optional(),
  action: text.optional().describe('The AWS action that failed.'),
  grant: z
    .object({Effect: z.literal('Allow'), Action: text, Resource: text})
    .optional()
    .describe('The smallest statement of an IAM policy that allows what was denied.'),
  detail: text,
  hides: z.object({count, examples: z.array(text)}),
  source: z.object({file: text, line: count.optional(), column: count.optional()}).optional(),
})

const counts = z.object({scope: count, 'tagging-scope': count, gap: count, tags: count, object: count})

/** One line of any kind, in the order of a file. */
export const snapshotLineSchema = z
  .union([
    header,
    z.object({kind: z.literal('scope'), scope}).describe('A type in a place was read to the end.'),
    z
      .object({kind: z.literal('tagging-scope'), location})
      .describe('The Tagging API was read to the end in a place: what it supports and did not name was never tagged.'),
    z.object({kind: z.literal('gap'), gap}).describe('Something that was not looked at, and what it hides.'),
    z.object({kind: z.literal('tags'), arn: text, tags}),
    z.object({kind: z.literal('object'), object}),
    z.object({kind: z.literal('end'), counts}).describe('The last line: a file without it is incomplete.'),
  ])
  .describe('One line of a trueup snapshot (JSON Lines).')
