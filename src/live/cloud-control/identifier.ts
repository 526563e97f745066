import type {GeneratedObject} from '../../catalog/derived.ts'
import {serviceId} from '../../catalog/ecs-service-id.ts'
import {canonicalDomain} from '../../catalog/normalizers/domain-name.ts'
import type {ObjectType} from '../../model/live.ts'
import type {Model} from './quirks.ts'

/**
 * What to ask for, from our identifier of an object. Its parts are in the order of the schema; where an optional one is left out (the
 * set identifier of a record), they are named instead, which Cloud Control takes as well
 * (https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/resource-identifier.html).
 */
export function requestedIdentifier(id: string, {id: names}: Pick<GeneratedObject, 'id'>): string {
  const parts = id.split('|')
  if (names.length < 2 || parts.length >= names.length) return id
  return JSON.stringify(Object.fromEntries(parts.map((part, index) => [names[index], part])))
}

/** Our identifier of what Cloud Control answered. */
export function identifierIn(
  type: ObjectType,
  identifier: string,
  model: Model,
  {id: names}: Pick<GeneratedObject, 'id'>,
): string {
  const own = spelled[type]?.(model)
  if (own !== undefined) return own
  const parts = names.map((name) => model[name]).filter((part) => typeof part === 'string')
  return parts.length === names.length && !parts.includes('') ? parts.join('|') : identifier
}

/** Where the catalogue spells an identifier otherwise than AWS gives it back. */
const spelled: Readonly<Record<ObjectType, (model: Model) => string | undefined>> = {
  'AWS::ECS::Service': ({ServiceArn: arn, Cluster: cluster}) => serviceId(arn, cluster),
  'AWS::Route53::RecordSet': recordId,
}

function recordId({Name: name, HostedZoneId: zone, Type: type, SetIdentifier: set}: Model): string | undefined {
  if (typeof name !== 'string' || typeof zone !== 'string' || typeof type !== 'string') return undefined
  const parts = [canonicalDomain(name), zone.replace('/hostedzone/', ''), type]
  return (typeof set === 'string' && set !== '' ? [...parts, set] : parts).join('|')
}
