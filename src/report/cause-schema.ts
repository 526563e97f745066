import {z} from 'zod'

import {causeKinds} from '../model/cause-group.ts'
import {code, severity} from './finding-schema.ts'

const text = z.string()

/** The published shape of a group; see `schema.ts`. */
export const causeGroup = z.object({
  id: text.describe('Findings name it as their `group`.'),
  cause: z
    .enum(causeKinds)
    .describe('One event changed all; the same change of one type; instances of one resource block, or of one module.'),
  code,
  severity: severity.describe('Of the worst.'),
  type: text.optional().describe('The Terraform type, where all have one.'),
  address: text.optional().describe('Of the block or the module, without keys of instances.'),
  event: text.optional().describe('Id of the event in CloudTrail.'),
  count: z.int().min(2).describe('Findings.'),
})
