import {z} from 'zod'

import {remedyHindrances, remedyKinds} from '../model/remedy.ts'
import {edit} from './finding-schema.ts'

/** The published shape of what `trueup fix` says; `npm run schemas` writes it to `schemas/fix.schema.json`. */
const text = z.string()
const of = z.array(text).describe('Addresses, or ARNs, of what it is about.')

export const fixSchema = z
  .object({
    schemaVersion: z.literal('1.0'),
    blocks: z
      .array(z.object({file: text, hcl: text, of}))
      .describe('Blocks that are added to files of the root module.'),
    edits: z.array(z.object({edit, of})),
    commands: z.array(z.object({kind: z.enum(remedyKinds), command: z.array(text), of})),
    left: z.array(z.object({of: text, hindrance: z.enum(remedyHindrances)})),
    patch: text.describe('Edits and blocks as a unified diff.'),
    written: z.array(text).describe('Files that were written.'),
  })
  .describe('What `trueup fix --json` prints.')

export type FixJson = z.infer<typeof fixSchema>
