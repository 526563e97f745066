import {z} from 'zod'

import {severities} from '../../model/finding.ts'

/**
 * The policy file as people write it. The published JSON Schema (`policies/tag-policy.schema.json`) is generated from this by
 * `scripts/policy-schema.ts`; fields are added, never changed in meaning. Values are text alone: YAML reads an unquoted 0123 as
 * a number, and a cost centre would silently lose its zero.
 */
const text = z.string()
const texts = z.array(text).min(1)
const severity = z.enum(severities)
const keyCase = z.enum(['exact', 'any', 'strict'])
const valueCase = z.enum(['exact', 'any', 'lower', 'upper'])

const length = z
  .strictObject({min: z.int().min(0), max: z.int().min(0)})
  .partial()
  .describe('Number of Unicode characters, as AWS counts them.')

const scope = z
  .strictObject({
    types: texts.describe('Terraform types that can be tagged; `*` stands for any text: aws_sagemaker_*'),
    accounts: z.array(z.string().regex(/^\d{12}$/, 'must be twelve digits')).min(1),
    regions: texts.describe('Regions; `*` stands for any text: us-*. Objects of global services are in `global`.'),
    addresses: texts.describe('Terraform addresses; `*` stands for any text: module.training.*'),
    tags: z.record(z.string(), texts).describe('Other tags that the object carries, with any of the given values.'),
    spend: z.enum(['accelerators']).describe('Objects that run accelerators (GPUs, Trainium, FPGAs, ...).'),
  })
  .partial()
  .describe('Where it applies: all criteria that are given must hold; within one, any entry.')

const shared = {
  severity: severity.describe('How bad a violation is; medium where nothing is said.'),
  key_case: keyCase.describe(
    '`any`: owner and OWNER count as Owner too; `strict`: they are violations of their own. Default: exact, as AWS compares keys.',
  ),
  value_case: valueCase.describe('`any`: compare values without case; `lower`, `upper`: demand it. Default: exact.'),
  forbidden: texts.describe('Values that say nothing (n/a, todo); compared without case; `*` stands for any text.'),
  allow_empty: z.boolean().describe('Whether an empty value, or one of spaces alone, will do. Default: false.'),
  scope,
}

const rule = z.strictObject({
  key: z
    .string()
    .min(1)
    .describe('The tag key; `*` stands for any text, and then the rule is about every key that matches.'),
  id: z
    .string()
    .min(1)
    .optional()
    .describe('Name of the rule, default: the key. A later file replaces the rule of the same id.'),
  description: text.optional(),
  presence: z
    .enum(['required', 'optional', 'forbidden'])
    .optional()
    .describe('Default: required; optional for a key with `*`.'),
  ownership: z
    .boolean()
    .optional()
    .describe('The key says who answers for the money: accelerators without it are unowned spend.'),
  values: texts.optional().describe('Allowed values; `*` stands for any text: 300*'),
  pattern: text.optional().describe('RE2 expression that the whole value must match.'),
  length: length.optional(),
  key_pattern: text.optional().describe('RE2 expression that the whole key must match.'),
  key_length: length.optional(),
  max_keys: z.int().min(0).optional().describe('How many matching keys one object may carry.'),
  message: text.optional().describe('Told to whoever has to mend it.'),
  owner: text.optional().describe('Who answers for the key, told beside the message.'),
  ...z.object(shared).partial().shape,
})

const exemption = z.strictObject({
  keys: texts.optional().describe('Exempted keys, `*` stands for any text; all keys where nothing is said.'),
  scope: scope.optional(),
  ids: texts.optional().describe('Ids or ARNs of exempted objects; `*` stands for any text.'),
  reason: z.string().min(1),
  owner: z.string().min(1).describe('Who answers for the exemption.'),
  expires: z.iso
    .date('must be a date as 2026-12-31')
    .describe('The last day on which it holds. Afterwards it is reported.'),
})

export const policySchema = z
  .strictObject({
    version: z.literal(1),
    name: z.string().min(1),
    description: text.optional(),
    defaults: z
      .strictObject(shared)
      .partial()
      .optional()
      .describe('For every rule of this file that does not say otherwise.'),
    rules: z.array(rule).optional(),
    exemptions: z.array(exemption).optional(),
  })
  .describe('Tag policy of trueup')

export type PolicyFile = z.infer<typeof policySchema>
export type RuleFields = z.infer<typeof rule>
export type ExemptionFields = z.infer<typeof exemption>
export type ScopeFields = z.infer<typeof scope>

/** The JSON Schema that editors use. */
export function policyJsonSchema(): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(policySchema, {io: 'input'})
}
