import {z} from 'zod'

/** The published shape of what findings cost; see `schema.ts`. */

const text = z.string()
const count = z.int().min(0)

export const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe('An exact decimal number as text.')

const signed = decimal.describe('An exact decimal number as text, signed.')
const region = text.describe('The region whose prices these are.')

export const costUnknown = z.object({
  reason: z
    .enum(['price', 'value', 'usage'])
    .describe(
      '`price`: no list price is known. `value`: something is not known that it depends on. `usage`: nobody measured the use.',
    ),
  what: text.describe('What has no price or value, by name.'),
  region,
})

export const cost = z.object({
  monthly: signed.describe('Never zero.'),
  currency: text.describe('ISO 4217.'),
  basis: z
    .object({
      method: z
        .enum(['list-price', 'usage'])
        .describe('On-demand list prices, 730 hours a month; `usage`: times what CloudWatch counted.'),
      parts: z
        .array(z.object({what: text, quantity: signed, unit: text, unitPrice: decimal, monthly: signed}))
        .describe('They add up to the amount.'),
      region,
      pricesAsOf: text.describe('The day of the oldest list price in it.'),
      prices: z.enum(['embedded', 'aws']).describe('The list that comes with trueup, or the Price List API.'),
      notes: z
        .array(text)
        .optional()
        .describe(
          'Why it is not quite what is paid: spot (an upper bound), if-running, once-replaced (from when the machines are replaced), ' +
            'shared (the share of one property among several), together (all properties of the object that changed), requests-extra, same-duration (measured with the settings of now). ' +
            'Further ones may be added.',
        ),
    })
    .describe('How the amount was reached.'),
})

export const driftCost = z
  .object({
    totals: z
      .array(
        z.object({
          currency: text,
          monthly: decimal.describe('`more` and `less` together.'),
          more: decimal,
          less: decimal,
          findings: count,
          byCode: z.record(text, decimal).describe('By code of findings.'),
        }),
      )
      .describe('One for each currency; nothing is ever converted.'),
    unknown: z.array(costUnknown.extend({findings: count})).describe('What changes the bill and has no amount.'),
  })
  .describe('What the findings cost a month: the sum of their `cost`. Absent where none says anything of cost.')
