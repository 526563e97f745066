import {Sensitive, Unknown} from '../../../model/value.ts'
import {isList, isObject, LanguageSet} from '../language-value.ts'
import type {LanguageObject, LanguageValue} from '../language-value.ts'
import {isPrimitive, toText} from './conversions.ts'
import {FunctionError} from './function.ts'
import {bare, firstUnknown, within} from './secrecy.ts'
import {uniformSet} from './uniform-set.ts'
import {Unknowable} from './unknowable.ts'

type Values = readonly LanguageValue[]

/**
 * Elements of one collection get one type: `tolist([1, "a"])` is `["1", "a"]`. Nulls, unknowns and secrets take part.
 * https://github.com/zclconf/go-cty/blob/main/docs/convert.md#type-unification
 */
export function unify(values: Values): Values {
  const known = values.map(bare).filter((value) => value !== null && !(value instanceof Unknown))
  if (known.length < 2) return values
  if (known.every(isPrimitive)) return unifyPrimitives(values, new Set(known.map((value) => typeof value)))
  if (known.every(isList)) return unifyLists(values, known)
  if (known.every(isObject)) return unifyObjects(values, known)
  if (known.every(isSequence)) return redistribute(values, partsOfSequence, (_, parts) => uniformSet(parts))
  throw mixed(values)
}

/** Elements of several collections get one type, after those of each have one. */
export function unifyTogether(collections: readonly Values[]): readonly Values[] {
  return redistribute(
    collections.map(unify),
    (list) => list as Values,
    (_, parts) => parts,
  ) as readonly Values[]
}

/** Numbers and bools become strings beside a string; beside each other there is no common type. */
function unifyPrimitives(values: Values, types: ReadonlySet<string>): Values {
  if (types.size === 1) return values
  if (!types.has('string')) throw mixed(values)
  return values.map(toText)
}

/** Tuples of one length go column by column; of several lengths, they become lists of one type. */
function unifyLists(values: Values, known: readonly Values[]): Values {
  const length = known[0]?.length ?? 0
  if (known.some((list) => list.length !== length)) {
    return redistribute(
      values,
      (list) => list as Values,
      (_, parts) => parts,
    )
  }
  return byColumn(values, [...Array(length).keys()], (_, parts) => parts)
}

/** Objects of the same attributes go attribute by attribute; others become maps of one type. */
function unifyObjects(values: Values, known: readonly LanguageObject[]): Values {
  const names = Object.keys(known[0] ?? {})
  const same = known.every(
    (object) => Object.keys(object).length === names.length && names.every((name) => Object.hasOwn(object, name)),
  )
  if (same)
    return byColumn(values, names, (_, parts) =>
      Object.fromEntries(names.map((name, at) => [name, parts[at] as LanguageValue])),
    )
  return redistribute(
    values,
    (object) => Object.values(object as LanguageObject),
    (object, parts) =>
      Object.fromEntries(Object.keys(object as LanguageObject).map((name, at) => [name, parts[at] as LanguageValue])),
  )
}

type Rebuild = (before: LanguageValue, parts: Values) => LanguageValue

function byColumn(values: Values, columns: readonly (number | string)[], rebuild: Rebuild): Values {
  const cells = columns.map((column) =>
    unify(values.map((value) => (isOpen(value) ? ((bare(value) as LanguageObject)[column] as LanguageValue) : null))),
  )
  return values.map((value, row) =>
    isOpen(value)
      ? within(value, (content) =>
          rebuild(
            content,
            cells.map((cell) => cell[row] as LanguageValue),
          ),
        )
      : value,
  )
}

/** All parts of all values in one pot, unified, and given back to where they came from. */
function redistribute(values: Values, partsOf: (value: LanguageValue) => Values, rebuild: Rebuild): Values {
  const unified = unify(values.flatMap((value) => (isOpen(value) ? partsOf(bare(value)) : [])))
  let taken = 0
  return values.map((value) => {
    if (!isOpen(value)) return value
    return within(value, (content) => {
      const start = taken
      taken += partsOf(content).length
      return rebuild(content, unified.slice(start, taken))
    })
  })
}

/** A list beside a set becomes one. */
function isSequence(value: LanguageValue): boolean {
  return isList(value) || value instanceof LanguageSet
}

function partsOfSequence(value: LanguageValue): Values {
  return value instanceof LanguageSet ? value.elements : (value as Values)
}

function isOpen(value: LanguageValue): boolean {
  const content = value instanceof Sensitive ? bare(value) : value
  return content !== null && !(content instanceof Unknown)
}

/** A part that is unknown as yet may turn out to be a string, to which all others convert. */
function mixed(values: Values): Error {
  const unknown = firstUnknown(values)
  if (unknown) return new Unknowable('an unknown type', unknown)
  return new FunctionError('all elements must have the same type')
}
