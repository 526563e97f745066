import {formatAddress} from '../../model/address.ts'
import type {DeclaredResource} from '../../model/declared.ts'
import {isRecord, type Json, type ValueRecord} from '../../model/value.ts'
import type {RecordedInstance} from './parse-state.ts'
import {parseProvider} from './provider-ref.ts'
import {wrapSecrets} from './sensitive/wrap-secrets.ts'
import {unflatten} from './unflatten.ts'

/** Makes a declared resource of one recorded instance. The attributes are not copied: secrets are wrapped in place. */
export function toDeclared({resource, instance, place}: RecordedInstance, file: string): DeclaredResource {
  const mode = resource['mode'] as 'managed' | 'data'
  const type = resource['type'] as string
  const name = resource['name'] as string
  const module = text(resource['module'])
  const key = keyOf(instance['index_key'])
  const deposed = text(instance['deposed'])
  const {identity} = instance
  return {
    origin: 'recorded',
    address: formatAddress({module, mode, type, name, key}),
    mode,
    type,
    name,
    ...(module === undefined ? {} : {module}),
    ...(key === undefined ? {} : {key}),
    provider: parseProvider(text(resource['provider']) ?? text(instance['provider']) ?? ''),
    ...(deposed === undefined ? {} : {deposed}),
    tainted: instance['status'] === 'tainted',
    attributes: wrapSecrets(type, attributesOf(instance), instance['sensitive_attributes']),
    ...(isRecord(identity) ? {identity} : {}),
    source: {file, line: place.line, column: place.column},
  }
}

function attributesOf(instance: RecordedInstance['instance']): ValueRecord {
  const {attributes, attributes_flat: flat} = instance
  if (isRecord(attributes)) return attributes
  return isRecord(flat) ? unflatten(flat as Readonly<Record<string, string>>) : {}
}

function keyOf(key: Json | undefined): string | number | undefined {
  return typeof key === 'string' || typeof key === 'number' ? key : undefined
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
