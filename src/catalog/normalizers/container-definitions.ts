import {canonicalJson, isArray, isEmpty, isRecord, type Json} from '../../model/value.ts'
import {scalarsAsText} from './exact.ts'
import {byDocumentForm} from './normalizer.ts'

/**
 * Container definitions (or a part of one) as Terraform has them, JSON text in the names of the ECS and Batch APIs, and as AWS gives
 * them back: names capitalised, containers and most lists in an order of their own, defaults filled in
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html). Commands and the like keep their order.
 */
export const containerDefinitions = byDocumentForm((value) => formOf(value, ''))

/** Members whose order is part of what they say. */
const ordered = new Set(['command', 'entryPoint', 'links', 'args', 'dnsServers', 'dnsSearchDomains', 'taskProperties'])

/** Members whose keys are names that people chose. */
const freeKeys = new Set(['options', 'dockerLabels', 'driverOpts', 'labels', 'limits', 'requests', 'annotations'])

/** What ECS fills in, wherever the member stands. */
const defaults: Readonly<Record<string, Json>> = {
  cpu: '0',
  essential: 'true',
  protocol: 'tcp',
  versionConsistency: 'enabled',
}

function formOf(value: Json, name: string): Json {
  if (isArray(value)) {
    const items = value.map((item) => formOf(item, ''))
    return ordered.has(name) ? items : items.toSorted(byText)
  }
  if (!isRecord(value)) return value === null ? null : String(value)
  if (freeKeys.has(name)) return scalarsAsText(value)
  return membersOf(value)
}

function membersOf(record: {readonly [key: string]: Json}): Json {
  const members = Object.entries(record)
    .map(([key, member]): [string, Json] => [lowerFirst(key), formOf(member, lowerFirst(key))])
    .filter(([key, member]) => !isEmpty(member) && member !== (defaults[key] ?? 'false'))
  return withoutRepeatedPort(Object.fromEntries(members))
}

/** With awsvpc and host networking ECS sets the host port to the container port; a dynamic one is 0. */
function withoutRepeatedPort(record: {readonly [key: string]: Json}): Json {
  const {hostPort, ...rest} = record
  const says = hostPort !== undefined && hostPort !== '0' && hostPort !== record['containerPort']
  return says ? record : rest
}

function lowerFirst(key: string): string {
  return key.charAt(0).toLowerCase() + key.slice(1)
}

function byText(a: Json, b: Json): number {
  return canonicalJson(a) < canonicalJson(b) ? -1 : 1
}
