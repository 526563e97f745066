import {NormalizedSchema} from '@smithy/core/schema'

/** An operation as the SDK's schemas hold it: kind, namespace, name, traits, input, output. */
export type Operation = readonly [
  kind: 9,
  namespace: string,
  name: string,
  traits: number | {readonly http?: HttpTrait},
  input: SchemaRef,
  output: SchemaRef,
]

type SchemaRef = Parameters<typeof NormalizedSchema.of>[0]

export type HttpTrait = readonly [method: string, uri: string, status: number]

export type Members = ReadonlyMap<string, NormalizedSchema>

export function inputOf([, , , , input]: Operation): NormalizedSchema {
  return NormalizedSchema.of(input)
}

export function outputOf([, , , , , output]: Operation): NormalizedSchema {
  return NormalizedSchema.of(output)
}

export function httpOf([, , , traits]: Operation): HttpTrait | undefined {
  return typeof traits === 'object' ? traits.http : undefined
}

export function membersOf(schema: NormalizedSchema): Members {
  return new Map(schema.isStructSchema() ? schema.structIterator() : [])
}

/** Text from a path, a query or a header as the value of a member. */
export function valueOf(schema: NormalizedSchema, text: string): unknown {
  if (schema.isBooleanSchema()) return text === 'true'
  if (schema.isNumericSchema()) return Number(text)
  if (schema.isTimestampSchema()) return new Date(/^\d+$/.test(text) ? Number(text) * 1000 : text)
  return text
}
