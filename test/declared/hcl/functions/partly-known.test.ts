import {describe, expect, it} from 'vitest'

import {toText} from '../../../../src/declared/hcl/functions/conversions.ts'
import {callFunction} from '../../../../src/declared/hcl/functions/index.ts'
import {firstUnknown, holdsSecret} from '../../../../src/declared/hcl/functions/secrecy.ts'
import {isList, isObject, LanguageSet} from '../../../../src/declared/hcl/language-value.ts'
import type {LanguageValue} from '../../../../src/declared/hcl/language-value.ts'
import {Sensitive, Unknown} from '../../../../src/model/value.ts'
import type {Value} from '../../../../src/model/value.ts'
import {context} from './function-context.ts'
import {functionRows, read, write} from './function-rows.ts'
import type {Row, Written} from './function-rows.ts'

type Values = readonly LanguageValue[]

/** Calls that succeed with arguments that are plain and known. */
const rows = functionRows().filter(([, row]) => row.error === undefined && isPlain(row))

const unknown = new Unknown('somewhere')

describe('a function of which one part is unknown', () => {
  it('says nothing that the known whole would not', () => {
    const wrong = rows.flatMap(([name, row]) =>
      withOneReplaced(row.args.map(read), () => unknown).flatMap((args) => {
        const partly = callFunction(name, args, context)
        return agrees(partly, read(row.result as Written)) ? [] : [report(name, args, partly)]
      }),
    )
    expect(wrong).toEqual([])
  })
})

describe('a function of which one part is secret', () => {
  // They are there to tell of marks, and to take them off.
  const others = rows.filter(([name]) => name !== 'issensitive' && name !== 'nonsensitive')

  it('gives the same', () => {
    const wrong = others.flatMap(([name, row]) =>
      withOneReplaced(row.args.map(read), marked).flatMap((args) => {
        const secretive = callFunction(name, args, context)
        return agrees(secretive, read(row.result as Written)) ? [] : [report(name, args, secretive)]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('marks the result wherever the result would be unknown if the part were', () => {
    const wrong = others.flatMap(([name, row]) => {
      const args = row.args.map(read)
      const unknowns = withOneReplaced(args, () => unknown)
      return withOneReplaced(args, marked).flatMap((secrets, at) => {
        const secretive = callFunction(name, secrets, context)
        if (holdsSecret(secretive) || firstUnknown(secretive)) return []
        const partly = callFunction(name, unknowns[at] as Values, context)
        return firstUnknown(partly) ? [report(name, secrets, secretive)] : []
      })
    })
    expect(wrong).toEqual([])
  })
})

function marked(part: LanguageValue): LanguageValue {
  return Sensitive.of(part as Value)
}

function report(name: string, args: Values, result: LanguageValue): unknown {
  return {call: name, args: args.map(write), result: write(result)}
}

function isPlain(row: Row): boolean {
  return !/"\$(?:unknown|sensitive)"/.test(JSON.stringify(row))
}

/** The arguments over and over, each time with another part of them replaced, whole collections too. */
function withOneReplaced(args: Values, replace: (part: LanguageValue) => LanguageValue): readonly Values[] {
  return args.flatMap((arg, at) => variants(arg, replace).map((variant) => args.with(at, variant)))
}

function variants(value: LanguageValue, replace: (part: LanguageValue) => LanguageValue): Values {
  return [replace(value), ...innerVariants(value, replace)]
}

function innerVariants(value: LanguageValue, replace: (part: LanguageValue) => LanguageValue): Values {
  if (value instanceof LanguageSet)
    return withOneReplaced(value.elements, replace).map((parts) => new LanguageSet(parts))
  if (isList(value)) return withOneReplaced(value, replace)
  if (!isObject(value)) return []
  const keys = Object.keys(value)
  return withOneReplaced(Object.values(value), replace).map((parts) =>
    Object.fromEntries(keys.map((key, at) => [key, parts[at] as LanguageValue])),
  )
}

/** Equal but for unknowns and marks; and a part may lack the conversion that another, unknown as yet, would bring it. */
function agrees(partly: LanguageValue, whole: LanguageValue): boolean {
  if (partly instanceof Unknown) return true
  if (partly instanceof Sensitive) return agrees(partly.reveal() as LanguageValue, whole)
  if (whole instanceof LanguageSet)
    return elementsOf(partly).every((part) => whole.elements.some((other) => agrees(part, other)))
  if (isList(partly)) {
    return (
      isList(whole) &&
      partly.length === whole.length &&
      partly.every((part, at) => agrees(part, whole[at] as LanguageValue))
    )
  }
  if (isObject(partly)) {
    const keys = Object.keys(partly)
    return (
      isObject(whole) &&
      keys.length === Object.keys(whole).length &&
      keys.every((key) => agrees(partly[key] ?? null, whole[key] ?? null))
    )
  }
  return (whole === null || typeof whole !== 'object') && toText(partly) === toText(whole)
}

function elementsOf(value: LanguageValue): Values {
  if (value instanceof LanguageSet) return value.elements
  return isList(value) ? value : [value]
}
