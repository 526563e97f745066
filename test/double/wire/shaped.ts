import type {NormalizedSchema} from '@smithy/core/schema'

import {servicesNamed} from './clients.ts'
import {membersOf, outputOf} from './operation.ts'

/**
 * A document of AWS Config in the shape of a service's answer, as the SDK's schema has it: what Config keeps of most older types is that
 * answer with other capitals, numbers and times as text, and enumerations as `{value}`. Members that the answer does not have are
 * left out.
 */
export function shaped(schema: NormalizedSchema, value: unknown): unknown {
  if (value === null || value === undefined) return undefined
  if (schema.isListSchema()) return listOf(value).map((item) => shaped(schema.getValueSchema(), item))
  if (schema.isMapSchema()) return shapedMap(schema, value as Document)
  if (schema.isStructSchema()) return shapedStruct(schema, value as Document)
  if (schema.isTimestampSchema()) return new Date(value as string | number)
  if (schema.isNumericSchema()) return Number(value)
  if (schema.isBooleanSchema()) return value === true || value === 'true'
  return textOf(value)
}

type Document = Readonly<Record<string, unknown>>

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function shapedMap(schema: NormalizedSchema, value: Document): object {
  const entries = Object.entries(value).map(([key, member]) => [key, shaped(schema.getValueSchema(), member)])
  return Object.fromEntries(entries) as object
}

function shapedStruct(schema: NormalizedSchema, value: Document): object {
  const named = new Map(Object.entries(value).map(([name, member]) => [name.toLowerCase(), member]))
  const members = [...membersOf(schema)].map(
    ([name, member]) => [name, shaped(member, named.get(name.toLowerCase()))] as const,
  )
  return Object.fromEntries(members.filter(([, member]) => member !== undefined))
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  const {value: choice} = value as {readonly value?: unknown}
  return typeof choice === 'string' ? choice : JSON.stringify(value)
}

/**
 * The schema of what an operation answers, or of a member of it, the items of lists in between: `RDS.DescribeDBInstances` with
 * `['DBInstances']` is that of one instance.
 *
 * @param service the signing name
 */
export async function schemaOf(
  service: string,
  operation: string,
  path: readonly string[] = [],
): Promise<NormalizedSchema> {
  const found = (await servicesNamed(service)).map(({operations}) => operations.get(operation)).find((one) => one)
  if (!found) throw new TypeError(`no ${service}:${operation}`)
  return path.reduce((schema, name) => {
    const member = membersOf(schema).get(name)
    if (!member) throw new TypeError(`${service}:${operation} answers without ${name}`)
    return member.isListSchema() ? member.getValueSchema() : member
  }, outputOf(found))
}
