import {z} from 'zod'

import {severities} from '../../model/finding.ts'

const text = z.string()
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)

/** The published shape of a baseline; `npm run schemas` writes it to `schemas/baseline.schema.json`. Fields are added, never changed in meaning. */
export const baselineSchema = z
  .object({
    baselineVersion: z.literal('1.0'),
    states: z.array(text).describe('States that were read: what is declared in others is not looked for.'),
    findings: z.array(
      z.object({
        fingerprint: text.regex(/^[0-9a-f]{16}$/),
        code: text.describe('`trueup explain CODE` tells what it means.'),
        severity: z.enum(severities).describe('One that got worse since is new.'),
        address: text.optional().describe('The resource that it is about, where one is declared.'),
        object: text.optional().describe('Else the object: its ARN, or type and id.'),
        property: text.optional().describe('The attribute, the tag key or the property.'),
        type: text.optional(),
        objectType: text.optional(),
        account: text.optional(),
        region: text.optional(),
        since: day.optional().describe('When it was accepted.'),
        by: text.optional(),
        reason: text.optional(),
        until: day.optional().describe('The last day on which it counts; afterwards it is new.'),
      }),
    ),
  })
  .meta({title: 'trueup baseline'})
