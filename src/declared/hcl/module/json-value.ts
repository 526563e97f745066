import type {Json} from '../../../model/value.ts'
import {define, keyText} from '../expression/constructors.ts'
import {evaluate} from '../expression/evaluate.ts'
import type {Expression} from '../expression/expression.ts'
import type {Scope} from '../expression/scope.ts'
import {reveal} from '../expression/marks.ts'
import {settle} from '../expression/settle.ts'
import {Unknown} from '../../../model/value.ts'
import type {LanguageValue} from '../language-value.ts'
import {isTemplate} from '../parse/templates.ts'

/** A scope together with the expressions behind the texts of the files that it is for. */
export interface BodyScope extends Scope {
  readonly templates: ReadonlyMap<string, Expression>
}

/** The value of an argument as hcl2json gives it. It never throws: what Terraform refuses is unknown. */
export function jsonValue(json: Json, scope: BodyScope): LanguageValue {
  if (typeof json === 'string')
    return isTemplate(json) ? settle(() => evaluate(expressionOf(json, scope), scope)) : json
  if (typeof json === 'number') return numberValue(json)
  if (typeof json !== 'object' || json === null) return json
  if (Array.isArray(json)) return json.map((item) => jsonValue(item, scope))
  return objectValue(json as {readonly [key: string]: Json}, scope)
}

export function expressionOf(text: string, {templates}: Pick<BodyScope, 'templates'>): Expression {
  if (!isTemplate(text)) return {kind: 'literal', value: text}
  return templates.get(text) ?? {kind: 'invalid', reason: 'the expression was not parsed'}
}

/** hcl2json writes more digits than a double holds; what was read of them is not the number. */
function numberValue(value: number): LanguageValue {
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return new Unknown('the number has more digits than can be computed with')
  }
  return value
}

function objectValue(json: {readonly [key: string]: Json}, scope: BodyScope): LanguageValue {
  const object: Record<string, LanguageValue> = {}
  for (const [key, value] of Object.entries(json)) {
    const name = isTemplate(key) ? jsonValue(key, scope) : key
    if (name instanceof Unknown) return name
    const text = settle(() => keyText(reveal(name)))
    if (typeof text !== 'string') return text
    define(object, text, jsonValue(value, scope))
  }
  return object
}
