import {Sensitive, Unknown} from '../../../model/value.ts'
import {define} from '../expression/constructors.ts'
import {kindName, toBoolean, toNumber, toText} from '../expression/conversions.ts'
import {EvaluationError} from '../expression/evaluation-error.ts'
import type {Expression} from '../expression/expression.ts'
import {reveal, secret} from '../expression/marks.ts'
import {unify} from '../functions/unify.ts'
import {uniformSet} from '../functions/uniform-set.ts'
import {isList, isObject, LanguageSet, type LanguageObject, type LanguageValue} from '../language-value.ts'
import type {AttributeType, TypeConstraint} from './type-constraint.ts'

type Default = (expression: Expression) => LanguageValue

/**
 * A value as a variable of that type holds it: converted, attributes that the type does not name left out, optional ones filled in.
 *
 * @throws EvaluationError where Terraform refuses the value
 */
export function convert(value: LanguageValue, type: TypeConstraint, fallback: Default): LanguageValue {
  if (value instanceof Unknown || value === null) return value
  if (value instanceof Sensitive) return secret(convert(reveal(value), type, fallback))
  const each = (item: LanguageValue, itemType: TypeConstraint) => convert(item, itemType, fallback)
  switch (type.kind) {
    case 'any':
      return value
    case 'string':
      return toText(value)
    case 'number':
      return toNumber(value)
    case 'bool':
      return toBoolean(value)
    case 'list':
      return alike(
        itemsOf(value).map((item) => each(item, type.element)),
        type.element,
      )
    case 'set':
      return setOf(
        alike(
          itemsOf(value).map((item) => each(item, type.element)),
          type.element,
        ),
      )
    case 'tuple':
      return itemsOf(value).map((item, index) => each(item, type.elements[index] ?? {kind: 'any'}))
    case 'map':
      return alikeMap(
        mapOf(value, (item) => each(item, type.element)),
        type.element,
      )
    case 'object':
      break
  }
  return objectOf(value, type.attributes, fallback)
}

function itemsOf(value: LanguageValue): readonly LanguageValue[] {
  if (isList(value)) return value
  if (value instanceof LanguageSet) return value.elements
  throw new EvaluationError(`a list is required, not ${kindName(value)}`)
}

function mapOf(value: LanguageValue, convertItem: (item: LanguageValue) => LanguageValue): LanguageObject {
  if (!isObject(value)) throw new EvaluationError(`a map is required, not ${kindName(value)}`)
  const map: Record<string, LanguageValue> = {}
  for (const [key, item] of Object.entries(value)) define(map, key, convertItem(item))
  return map
}

function objectOf(
  value: LanguageValue,
  attributes: Readonly<Record<string, AttributeType>>,
  fallback: Default,
): LanguageObject {
  if (!isObject(value)) throw new EvaluationError(`an object is required, not ${kindName(value)}`)
  const object: Record<string, LanguageValue> = {}
  for (const [name, attribute] of Object.entries(attributes)) {
    const given = Object.hasOwn(value, name) ? (value[name] ?? null) : undefined
    if (given === undefined && !attribute.optional)
      throw new EvaluationError(`attribute ${JSON.stringify(name)} is required`)
    // A default stands in for null too. https://developer.hashicorp.com/terraform/language/expressions/type-constraints#optional-object-type-attributes
    const filled = given ?? (attribute.default ? fallback(attribute.default) : null)
    define(object, name, convert(filled, attribute.type, fallback))
  }
  return object
}

/** Elements of `list(any)` have one type, whichever fits all of them. */
function alike(items: readonly LanguageValue[], {kind}: TypeConstraint): readonly LanguageValue[] {
  return kind === 'any' ? unify(items) : items
}

function alikeMap(map: LanguageObject, element: TypeConstraint): LanguageObject {
  const keys = Object.keys(map)
  const items = alike(Object.values(map), element)
  const result: Record<string, LanguageValue> = {}
  for (const [index, key] of keys.entries()) define(result, key, items[index] ?? null)
  return result
}

function setOf(items: readonly LanguageValue[]): LanguageValue {
  return items.find((item) => item instanceof Unknown) ?? uniformSet(items)
}
