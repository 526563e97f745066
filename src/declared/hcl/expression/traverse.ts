import {Sensitive, Unknown} from '../../../model/value.ts'
import {isList, isObject, LanguageSet, type LanguageObject, type LanguageValue} from '../language-value.ts'
import {kindName, numberText, toNumber, toText} from './conversions.ts'
import {EvaluationError} from './evaluation-error.ts'
import {type Step, stepText} from './expression.ts'
import {missingAttribute} from './lazy-object.ts'
import {reveal, secret} from './marks.ts'

/** `source.step`, `source[step]` for each step. */
export function traverse(source: LanguageValue, steps: readonly Step[]): LanguageValue {
  return steps.reduce<LanguageValue>(takeStep, source)
}

/** `source[key]` with a computed key. */
export function elementAt(source: LanguageValue, key: LanguageValue): LanguageValue {
  if (source instanceof Unknown) return source
  if (key instanceof Unknown) return key
  if (key instanceof Sensitive) return secret(elementAt(source, reveal(key)))
  if (typeof key === 'string' || typeof key === 'number') return takeStep(source, key)
  throw new EvaluationError(`${kindName(key)} is no index`)
}

function takeStep(source: LanguageValue, step: Step): LanguageValue {
  if (source instanceof Unknown) return source
  if (source instanceof Sensitive) return secret(takeStep(reveal(source), step))
  if (isList(source)) return itemOf(source, step)
  if (isObject(source)) return attributeOf(source, toText(step))
  if (source instanceof LanguageSet) throw new EvaluationError('elements of a set have no index')
  throw new EvaluationError(`${kindName(source)} has no attribute or element ${JSON.stringify(step)}`)
}

function itemOf(list: readonly LanguageValue[], step: Step): LanguageValue {
  const index = typeof step === 'number' ? step : toNumber(step)
  const item = list[index]
  if (item !== undefined) return item
  throw new EvaluationError(`a list of ${list.length} elements has no element ${numberText(index)}`)
}

function attributeOf(object: LanguageObject, name: string): LanguageValue {
  if (Object.hasOwn(object, name)) return object[name] ?? null
  const open = missingAttribute(object, stepText(name))
  if (open) return open
  throw new EvaluationError(`there is no attribute or key ${JSON.stringify(name)}`)
}
