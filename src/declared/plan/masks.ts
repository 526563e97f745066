import {type Json, Sensitive, Unknown, type Value, type ValueRecord} from '../../model/value.ts'
import {isObject} from './plan-document.ts'

/**
 * A plan tells what is unknown and what is secret in objects of the same shape as the value, in which `true` stands for a whole part
 * (https://developer.hashicorp.com/terraform/internals/json-format#change-representation).
 */
export function masked(value: Json | undefined, sensitive: Json | undefined, unknown?: Json): ValueRecord {
  const result = mask(value ?? {}, sensitive, unknown)
  if (result instanceof Sensitive) return hiddenMembers(isObject(value) ? value : {})
  return isValueRecord(result) ? result : {}
}

function mask(value: Json | undefined, sensitive: Json | undefined, unknown: Json | undefined): Value | undefined {
  if (unknown === true) return new Unknown('known after the apply')
  if (sensitive === true) return value === undefined || value === null ? value : Sensitive.of(value)
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((item, index) => mask(item, at(sensitive, index), at(unknown, index)) ?? null)
  }
  if (!isObject(value) && !(value === undefined && isObject(unknown))) return value
  const names = new Set([...Object.keys(value ?? {}), ...(isObject(unknown) ? Object.keys(unknown) : [])])
  const members: Record<string, Value> = {}
  for (const name of names) {
    const member = mask(isObject(value) ? value[name] : undefined, at(sensitive, name), at(unknown, name))
    if (member !== undefined) members[name] = member
  }
  return members
}

function at(marks: Json | undefined, key: string | number): Json | undefined {
  if (marks === true) return true
  if (Array.isArray(marks)) return (marks as readonly Json[])[Number(key)]
  return isObject(marks) && Object.hasOwn(marks, key) ? marks[key] : undefined
}

/** A resource that is secret as a whole keeps its attributes, each of them secret. */
function hiddenMembers(value: {readonly [key: string]: Json}): ValueRecord {
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, member === null ? null : Sensitive.of(member)]),
  )
}

function isValueRecord(value: Value | undefined): value is ValueRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Unknown)
}
