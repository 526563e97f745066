import {
  JsonShapeDeserializer,
  JsonShapeSerializer,
  XmlShapeDeserializer,
  XmlShapeSerializer,
} from '@aws-sdk/core/protocols'
import type {NormalizedSchema} from '@smithy/core/schema'

// The SDK's own shapes, driven from the server's side: what they write for a client is what they read as a server, and the
// other way round.
/** Numbers of timestamp formats: 7 is seconds since 1970, 5 is ISO 8601; a member's own trait wins. */
const json = {
  timestampFormat: {useTrait: true, default: 7},
  jsonName: true,
} as const
const xml = {
  timestampFormat: {useTrait: true, default: 5},
  serviceNamespace: '',
  xmlNamespace: '',
} as const

export async function readJson(schema: NormalizedSchema, body: Buffer): Promise<Record<string, unknown>> {
  const text = body.length === 0 ? '{}' : body.toString()
  return (await new JsonShapeDeserializer(json).read(schema, text)) as Record<string, unknown>
}

export function writeJson(schema: NormalizedSchema, value: object): string {
  const serializer = new JsonShapeSerializer(json)
  serializer.write(schema, value)
  return serializer.flush()
}

export async function readXml(schema: NormalizedSchema, body: Buffer): Promise<Record<string, unknown>> {
  return (await new XmlShapeDeserializer(xml).read(schema, body)) as Record<string, unknown>
}

/** @returns the element of the shape, with its own name or `name` */
export function writeXml(schema: NormalizedSchema, value: object, name?: string, xmlNamespace?: string): string {
  const serializer = new XmlShapeSerializer({...xml, xmlNamespace: xmlNamespace ?? ''})
  serializer.write(schema, value)
  const text = String(serializer.flush())
  return name === undefined ? text : text.replace(/^<[^\s/>]+/, `<${name}`).replace(/<\/[^<>]+>$/, `</${name}>`)
}
