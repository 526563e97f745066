import {isArray, isRecord, Sensitive, Unknown, type Json, type Value, type ValueRecord} from '../model/value.ts'
import type {BlockStep, Step} from './plan.ts'

export type Mutable = {[key: string]: Value}

/** What a table of rules makes of attributes, in canonical form: the other half of `compareTable`. Unknown and null stay away. */
export function writeCanonical(steps: ReadonlyMap<string, Step>, attributes: ValueRecord, into: Mutable): void {
  for (const [name, step] of steps) {
    const value = attributes[name]
    if (value === undefined || value === null || value instanceof Unknown) continue
    if (step.kind === 'compare') setAt(into, step.keys, mapped(value, step.value))
    if (step.kind === 'block') writeBlock(step, value, into)
  }
}

function writeBlock(step: BlockStep, value: Value, into: Mutable): void {
  const elements = elementsOf(value)
  if (step.form === 'single') {
    if (elements[0]) writeCanonical(step.of, elements[0], into)
    return
  }
  if (elements.length === 0) return
  const written = elements.map((element) => {
    const target: Mutable = {}
    writeCanonical(step.of, element, target)
    return target
  })
  setAt(into, step.keys, written)
}

function elementsOf(value: Value): readonly ValueRecord[] {
  const plain = value instanceof Sensitive ? (value.reveal() ?? null) : value
  return (isArray(plain) ? plain : [plain]).filter(isRecord)
}

function mapped(value: Value, map: ((value: Json) => Json) | undefined): Value {
  if (map === undefined) return value
  try {
    return value instanceof Sensitive ? Sensitive.of(map(value.reveal() as Json)) : map(value as Json)
  } catch {
    return null
  }
}

/** Sets the value at a path of keys, making what is not there; `List[Name=x]` is the element of that name. */
export function setAt(into: Mutable, [key, ...rest]: readonly string[], value: Value): void {
  if (key === undefined) return
  const [, list, member, name] = /^([^[]*)\[([^=]*)=(.*)\]$/.exec(key) ?? []
  if (list !== undefined && member !== undefined && name !== undefined) {
    const elements = (into[list] ??= []) as Mutable[]
    let element = elements.find((candidate) => candidate[member] === name)
    if (!element) elements.push((element = {[member]: name}))
    return setAt(element, rest, value)
  }
  if (rest.length === 0) into[key] = value
  else setAt((into[key] ??= {}) as Mutable, rest, value)
}
