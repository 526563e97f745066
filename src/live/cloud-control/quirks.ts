import type {ObjectType} from '../../model/live.ts'
import {isRecord, type Json} from '../../model/value.ts'

export type Model = {readonly [name: string]: Json}

/**
 * Properties that read handlers leave out or give back wrongly although the schema does not say so: they are not compared. Seen in
 * models of live resources beside what had been declared of them, and in what users report.
 */
const misread: Readonly<Record<ObjectType, readonly string[]>> = {
  'AWS::Batch::JobDefinition': ['Timeout'],
  'AWS::Budgets::Budget': ['NotificationsWithSubscribers'],
  'AWS::DAX::Cluster': ['ReplicationFactor'],
  'AWS::DLM::LifecyclePolicy': ['DefaultPolicy'],
  'AWS::EC2::Route': ['VpcEndpointId'],
  'AWS::EC2::Subnet': ['AvailabilityZoneId'],
  'AWS::ElastiCache::ReplicationGroup': ['NumNodeGroups'],
  'AWS::Redshift::Cluster': ['Port'],
}

export function misreadIn(type: ObjectType): readonly string[] {
  return misread[type] ?? []
}

/** A model with the names that templates use: Lambda reads back under another one what a template sets. */
export function templateNames(type: ObjectType, model: Model): Model {
  if (type !== 'AWS::Lambda::Function') return model
  const {SnapStartResponse: read} = model
  return isRecord(read) && model['SnapStart'] === undefined
    ? {...model, SnapStart: {ApplyOn: read['ApplyOn'] ?? null}}
    : model
}

/** Some handlers give `[null]` for an empty list. */
export function withoutHusks(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).filter((item) => item !== null).map(withoutHusks)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutHusks(member)]))
}

/** What an object that is on its way out says of itself, in `State` or `Status`. */
export function deletingIn(model: Model): string | undefined {
  const states = [model['State'], model['Status'], model['KeyState']].map((state) =>
    isRecord(state) ? state['Name'] : state,
  )
  return states.find((state): state is string => typeof state === 'string' && leaving.test(state))
}

const leaving =
  /^(shutting-down|terminated|(pending|delete|deletion)?[-_ ]?(deleting|deletion|deleted|delete_in_progress))$/i

/** The region that a bucket says it is in; a list of buckets names those of all regions. */
export function regionIn(type: ObjectType, {RegionalDomainName: domain}: Model): string | undefined {
  if (type !== 'AWS::S3::Bucket' || typeof domain !== 'string') return undefined
  return /\.s3\.([a-z0-9-]+)\.amazonaws\.com/.exec(domain)?.[1]
}
