import {z} from 'zod'

import {source} from './finding-schema.ts'
import {gap} from './schema.ts'

/** The published shape of what `tags fix` says; `npm run schemas` writes it to `schemas/tag-fix.schema.json`. */
const text = z.string()

const change = z.object({
  key: text,
  value: text.describe('What may be shown of it: secrets are hidden.'),
  from: z.enum(['policy', 'set', 'owner', 'variant', 'declared', 'parent']).describe('Where the value comes from.'),
  renames: text.optional().describe('The key under which it stands now.'),
  before: text.optional().describe('The value that gives way.'),
})

export const tagFixSchema = z
  .object({
    schemaVersion: z.literal('1.0'),
    code: z.array(
      z.object({
        file: text,
        source,
        target: text.describe('`aws_instance.web`, or `provider aws.west` for its default tags.'),
        addresses: z.array(text),
        changes: z.array(change),
      }),
    ),
    live: z.array(
      z.object({
        arn: text,
        account: text,
        region: text,
        type: text.optional(),
        address: text.optional(),
        changes: z.array(change),
      }),
    ),
    left: z.array(
      z.object({
        name: text,
        key: text,
        on: z.enum(['declared', 'live']),
        reason: text.describe('Why the violation is left as it is; further ones may be added.'),
        source: source.optional(),
      }),
    ),
    written: z.array(text).describe('Files that were edited.'),
    applied: z
      .object({
        tagged: z.array(text).describe('ARNs.'),
        failed: z.array(z.object({arn: text, reason: text})),
        undo: text.optional().describe('The file that `tags undo` takes.'),
      })
      .optional()
      .describe('Of --apply.'),
    gaps: z.array(gap),
  })
  .meta({title: 'trueup tags fix'})

type Frozen<T> = T extends object ? {readonly [Key in keyof T]: Frozen<T[Key]>} : T

export type TagFixJson = Frozen<z.infer<typeof tagFixSchema>>
