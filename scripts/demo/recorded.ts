import type {Catalog} from '../../src/catalog/catalog.ts'
import {parseDocument} from '../../src/catalog/normalizers/json-text.ts'
import {seesOf, configTypeOf} from '../../src/live/config/types.ts'
import {isGlobalType} from '../../src/live/global-types.ts'
import type {DeclaredResource} from '../../src/model/declared.ts'
import type {LiveObject} from '../../src/model/live.ts'
import {isArray, isEmpty, isRecord, type Value, type ValueRecord} from '../../src/model/value.ts'
import {echo} from '../../test/echo/echo.ts'
import {global, recordedAt, textOf} from './places.ts'

/** What the state declares, as AWS Config would show it: the properties that it sees, documents decoded, nothing that is empty. */
export function asRecorded(resources: readonly DeclaredResource[], catalog: Catalog): readonly LiveObject[] {
  const arns = arnsById(resources, catalog)
  return echo(resources, catalog).map((object): LiveObject => {
    const arn = arns.get(`${object.type} ${object.id}`)
    return {
      ...object,
      ...(arn === undefined ? {} : {arn}),
      ...(isGlobalType(object.type) ? {location: global} : {}),
      reader: 'config',
      capturedAt: recordedAt,
      properties: {...visible(object.properties, seesOf(configTypeOf(object.type))), ...otherwise(object)},
    }
  })
}

function arnsById(resources: readonly DeclaredResource[], catalog: Catalog): ReadonlyMap<string, string> {
  const arns = new Map<string, string>()
  for (const {type, attributes} of resources) {
    const entry = catalog.entry(type)
    const {arn, id, identifier, name} = attributes
    if (!entry?.object || typeof arn !== 'string') continue
    for (const key of [id, identifier, name, arn])
      if (typeof key === 'string') arns.set(`${entry.objectType} ${key}`, arn)
  }
  return arns
}

/** What AWS says otherwise than the provider writes it down. */
function otherwise({type, properties, location}: LiveObject): ValueRecord {
  if (type === 'AWS::RDS::DBInstance') return {EngineVersion: '16.6'}
  if (type !== 'AWS::EC2::Instance') return {}
  const profile = `arn:aws:iam::${location.account}:instance-profile/${textOf(properties['IamInstanceProfile'])}`
  return {IamInstanceProfile: profile, State: 'running'}
}

function visible(properties: ValueRecord, sees: readonly string[] | '*'): ValueRecord {
  return withoutEmpty(
    Object.entries(properties).flatMap(([key, value]) => {
      const shown = sees === '*' ? value : seen(value, key, sees)
      return shown === undefined ? [] : [[key, decoded(shown)] as const]
    }),
  )
}

function seen(value: Value, path: string, sees: readonly string[]): Value | undefined {
  if (sees.some((shown) => path === shown || path.startsWith(`${shown}.`))) return value
  if (!sees.some((shown) => shown.startsWith(`${path}.`))) return undefined
  if (isArray(value)) return value.flatMap((item) => seen(item, path, sees) ?? [])
  if (!isRecord(value)) return undefined
  const members = Object.entries(value).flatMap(([key, member]) => {
    const shown = seen(member, `${path}.${key}`, sees)
    return shown === undefined ? [] : [[key, shown] as const]
  })
  return Object.fromEntries(members)
}

/** Policies are text in a state and documents in AWS Config. */
function decoded(value: Value): Value {
  if (typeof value === 'string' && /^[[{]/.test(value)) return parseDocument(value)
  if (isArray(value)) return value.map(decoded)
  if (!isRecord(value)) return value
  return withoutEmpty(Object.entries(value).map(([key, member]) => [key, decoded(member)] as const))
}

function withoutEmpty(entries: readonly (readonly [string, Value])[]): ValueRecord {
  return Object.fromEntries(entries.filter(([, value]) => !isEmpty(value)))
}
