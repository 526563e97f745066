import {userError} from '../../errors.ts'
import {closest} from '../../model/closest.ts'
import {findingCodes} from '../../model/finding-codes.ts'
import {severities} from '../../model/finding.ts'
import {findingKinds} from '../../model/kind.ts'
import type {FailCondition} from '../../model/verdict.ts'

type Part = Omit<FailCondition, 'text'>

/** What each word of a condition says. */
const words: ReadonlyMap<string, Part> = new Map<string, Part>([
  ...severities.map((least) => [least, {least}] as const),
  ...findingKinds.map((about) => [about, {about}] as const),
  ...findingCodes.map((about) => [about, {about}] as const),
  ...(['curated', 'derived'] as const).map((confidence) => [confidence, {confidence}] as const),
  ...(['new', 'known'] as const).map((standing) => [standing, {standing}] as const),
])

/** In the order in which they are worth telling. */
const names: Readonly<Record<keyof Part, string>> = {
  least: 'a severity',
  about: 'a kind or code',
  confidence: 'a confidence',
  standing: 'new or known',
  cost: 'a cost',
}

/**
 * `high`, `drift:medium,tags:new`, `cost>100`: conditions separated by commas, of which any fails the run; what is joined by colons has to
 * hold together. `none` is no condition.
 *
 * @throws TrueupError `fail-on-invalid`
 */
export function parseConditions(text: string): readonly FailCondition[] {
  const conditions = text.split(',').map((one) => one.trim())
  if (conditions.includes('none')) {
    if (conditions.length === 1) return []
    throw invalid(text, 'none stands alone')
  }
  return conditions.map(conditionOf)
}

function conditionOf(text: string): FailCondition {
  let condition: FailCondition = {text}
  for (const word of text.split(':').map((one) => one.trim())) {
    const part = partOf(word, text)
    for (const name of Object.keys(part) as (keyof Part)[]) {
      if (condition[name] !== undefined) throw invalid(text, `it names ${names[name]} twice`)
    }
    condition = {...condition, ...part}
  }
  return condition
}

function partOf(word: string, text: string): Part {
  const part = words.get(word)
  if (part) return part
  const [, operator, amount] = /^cost\s*(>=|>)\s*(-?\d+(?:\.\d+)?)$/.exec(word) ?? []
  if (amount !== undefined) return {cost: {operator: operator === '>' ? '>' : '>=', amount}}
  if (word.startsWith('cost')) throw invalid(text, 'a cost is written cost>100 or cost>=0.50: so much more a month')
  if (word === 'none') throw invalid(text, 'none stands alone')
  throw invalid(
    text,
    word === '' ? 'it is empty' : `nothing is called ${JSON.stringify(word)}`,
    closest(word, [...words.keys()]),
  )
}

function invalid(text: string, what: string, guess?: string): Error {
  const known =
    'A condition is a severity (high), a kind (drift, tags, spend), a finding code (missing), derived, new, or cost>100; ' +
    'colons join what has to hold together (drift:high), commas separate conditions'
  const hint = guess === undefined ? known : `Did you mean ${guess}?`
  return userError('fail-on-invalid', `--fail-on ${text}: ${what}`, hint)
}
