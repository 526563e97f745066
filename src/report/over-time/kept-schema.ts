import {z} from 'zod'

import {decimal} from '../cost-schema.ts'
import {place, severity, source} from '../finding-schema.ts'

const text = z.string()

export const runScope = z
  .record(text, z.array(text))
  .describe('What runs were asked to look at, by flag; runs of one scope alone are compared.')

/** A finding as it is kept: without the values that differ. */
export const keptFinding = z.object({
  fingerprint: text,
  code: text.describe('`trueup explain CODE` tells what it means.'),
  title: text.describe('The code in words, which may change.'),
  severity,
  confidence: z.enum(['curated', 'derived']),
  address: text.optional(),
  type: text.optional().describe('The Terraform type.'),
  objectType: text.optional().describe('The CloudFormation type.'),
  id: text.optional(),
  name: text.optional(),
  arn: text.optional(),
  ...place,
  path: text.optional().describe('The property, or the key of the tag.'),
  owner: text.optional().describe('The address and attribute that declare the property.'),
  source: source.optional(),
  cost: z
    .object({monthly: decimal, currency: text})
    .optional()
    .describe('What it costs a month more than what is declared.'),
})
