import type {NormalizedSchema} from '@smithy/core/schema'

import {inputOf, membersOf, valueOf, type Operation} from './operation.ts'

/**
 * The input of a call in one of the query protocols: form fields whose names are paths
 * (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html), the way back of the SDK's serializer.
 */
export function queryInput(operation: Operation, fields: URLSearchParams, ec2: boolean): Record<string, unknown> {
  const names = [...fields.keys()]
  const has = (path: string): boolean => names.some((name) => name === path || name.startsWith(`${path}.`))
  const read = (schema: NormalizedSchema, path: string): unknown => {
    if (schema.isStructSchema()) return readStruct(schema, `${path}.`)
    if (schema.isListSchema()) return readList(schema, path)
    return valueOf(schema, fields.get(path) ?? '')
  }
  const readStruct = (schema: NormalizedSchema, prefix: string): Record<string, unknown> => {
    const members = [...membersOf(schema)].map(
      ([name, member]) => [name, member, prefix + wireName(name, member)] as const,
    )
    return Object.fromEntries(
      members.filter(([, , path]) => has(path)).map(([name, member, path]) => [name, read(member, path)]),
    )
  }
  const readList = (schema: NormalizedSchema, path: string): unknown[] => {
    const flat = ec2 || schema.getMergedTraits().xmlFlattened
    const item = schema.getValueSchema()
    const prefix = flat ? path : `${path}.${item.getMergedTraits().xmlName ?? 'member'}`
    const items: unknown[] = []
    for (let number = 1; has(`${prefix}.${number}`); number++) items.push(read(item, `${prefix}.${number}`))
    return items
  }
  const wireName = (name: string, member: NormalizedSchema): string => {
    const {xmlName, ec2QueryName} = member.getMergedTraits() as {xmlName?: string; ec2QueryName?: string}
    if (ec2 && ec2QueryName) return ec2QueryName
    const key = xmlName ?? name
    return ec2 ? key.charAt(0).toUpperCase() + key.slice(1) : key
  }
  return readStruct(inputOf(operation), '')
}
