import {Sensitive, Unknown} from '../../../model/value.ts'
import type {Json} from '../../../model/value.ts'
import {toNumber, toText} from '../expression/conversions.ts'
import {entriesOf} from '../expression/for.ts'
import {messageOf} from '../expression/settle.ts'
import {isList, type LanguageValue} from '../language-value.ts'
import type {JsonObject} from '../parse/parsed-file.ts'
import {type BodyScope, jsonValue} from './json-value.ts'

export interface Instance {
  /** Absent without `count` and `for_each`, and where the keys are not known. */
  readonly key?: string | number
  /** What the block can refer to: `each`, `count`. */
  readonly variables: Readonly<Record<string, LanguageValue>>
}

/** `single` without count and for_each; `unknown` has one instance that stands for however many there are. */
export type Instances =
  | {readonly kind: 'single'; readonly all: readonly [Instance]}
  | {readonly kind: 'count' | 'each'; readonly all: readonly Instance[]}
  | {readonly kind: 'unknown'; readonly all: readonly [Instance]; readonly unknown: Unknown}

/** A block with more instances was not meant to be applied. */
const mostInstances = 10_000

/** https://developer.hashicorp.com/terraform/language/meta-arguments/for_each and /count */
export function instancesOf(body: JsonObject, scope: BodyScope): Instances {
  const {count, for_each: forEach} = body
  try {
    const instances = declared(count, forEach, scope)
    scope.budget.addInstances(instances.all.length)
    return instances
  } catch (error) {
    return unknownInstances(new Unknown(messageOf(error)))
  }
}

function declared(count: Json | undefined, forEach: Json | undefined, scope: BodyScope): Instances {
  if (count !== undefined) return counted(jsonValue(count, scope))
  return forEach === undefined ? {kind: 'single', all: [{variables: {}}]} : eachInstance(jsonValue(forEach, scope))
}

function counted(value: LanguageValue): Instances {
  const unknown = unusable(value, 'count')
  if (unknown) return unknownInstances(unknown)
  const count = toNumber(value)
  if (count > mostInstances) return unknownInstances(new Unknown(`count is ${count}, more than ${mostInstances}`))
  const all = Array.from({length: Math.max(0, Math.floor(count))}, (_, key) => ({
    key,
    variables: {count: {index: key}},
  }))
  return {kind: 'count', all}
}

function eachInstance(value: LanguageValue): Instances {
  const unknown = unusable(value, 'for_each')
  if (unknown) return unknownInstances(unknown)
  if (isList(value)) return unknownInstances(new Unknown('for_each takes a map or a set, not a list'))
  const entries = entriesOf(value)
  const open = entries.find(([key]) => key instanceof Unknown || key instanceof Sensitive)
  if (open) return unknownInstances(open[0] instanceof Unknown ? open[0] : new Unknown('for_each holds a secret'))
  if (entries.length > mostInstances) return unknownInstances(new Unknown(`for_each has ${entries.length} elements`))
  const all = entries.map(([key, item]) => ({key: toText(key), variables: {each: {key, value: item}}}))
  return {kind: 'each', all}
}

function unusable(value: LanguageValue, argument: string): Unknown | undefined {
  if (value instanceof Unknown) return value
  if (value instanceof Sensitive) return new Unknown(`${argument} is a secret`)
  return value === null ? new Unknown(`${argument} is null`) : undefined
}

export function unknownInstances(unknown: Unknown): Instances {
  const variables = {count: {index: unknown}, each: {key: unknown, value: unknown}}
  return {kind: 'unknown', all: [{variables}], unknown}
}
