import type {Actor, Means} from '../../model/change.ts'
import type {Json} from '../../model/value.ts'
import {isoTime} from '../iso-time.ts'
import type {JsonRecord} from '../projectors/projector.ts'

/**
 * What counts of a CloudTrail record (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html).
 * Parameters are for matching alone: they may hold secrets and are never shown.
 */
export interface TrailEvent {
  readonly id: string
  readonly at: string
  /** `ModifyInstanceAttribute`. */
  readonly name: string
  /** `ec2.amazonaws.com`. */
  readonly service: string
  readonly parameters: JsonRecord
  readonly actor: Actor
  readonly means: Means
  readonly from?: string
}

/** The event in a record's JSON text; undefined for what changed nothing (reads, failures, dry runs) or cannot be understood. */
export function trailEventIn(text: string | undefined): TrailEvent | undefined {
  const record = recordIn(text)
  if (!record) return undefined
  const [id, name, service] = [textIn(record['eventID']), textIn(record['eventName']), textIn(record['eventSource'])]
  const at = isoTime(record['eventTime'])
  if (!id || !name || !service || at === undefined) return undefined
  if (record['readOnly'] === true || record['readOnly'] === 'true' || record['errorCode'] != null) return undefined
  const from = textIn(record['sourceIPAddress'])
  return {
    id,
    at,
    name,
    service,
    parameters: objectIn(record['requestParameters']),
    actor: actorOf(objectIn(record['userIdentity'])),
    means: meansOf(record),
    ...(from === undefined ? {} : {from}),
  }
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html */
function actorOf(identity: JsonRecord): Actor {
  const arn = textIn(identity['arn'])
  const known = arn === undefined ? {} : {arn}
  const named = textIn(identity['userName']) ?? textIn(identity['principalId']) ?? 'unknown'
  switch (identity['type']) {
    case 'Root':
      return {kind: 'root', name: 'root', ...known}
    case 'IAMUser':
    case 'IdentityCenterUser':
      return {kind: 'user', name: named, ...known}
    case 'AssumedRole':
    case 'Role':
      return roleOf(identity, arn)
    case 'FederatedUser':
    case 'SAMLUser':
    case 'WebIdentityUser':
      return {kind: 'federated', name: named, ...known}
    case 'AWSService':
      return {kind: 'service', name: textIn(identity['invokedBy']) ?? named}
    case 'AWSAccount':
      return {kind: 'account', name: textIn(identity['accountId']) ?? named, ...known}
    default:
      return {kind: 'unknown', name: textIn(identity['invokedBy']) ?? named, ...known}
  }
}

/** `arn:aws:sts::111122223333:assumed-role/ROLE/SESSION` */
function roleOf(identity: JsonRecord, arn: string | undefined): Actor {
  const [, inArn, session] = /:assumed-role\/([^/]+)\/(.+)$/.exec(arn ?? '') ?? []
  const issuer = objectIn(objectIn(identity['sessionContext'])['sessionIssuer'])
  const name = textIn(issuer['userName']) ?? inArn ?? 'unknown'
  return {
    kind: 'role',
    name,
    ...(session === undefined ? {} : {session}),
    ...(arn === undefined ? {} : {arn}),
  }
}

/** Tools name themselves in the user agent; the order matters, since they also name the SDK that they use. */
const tools: readonly (readonly [RegExp, Means])[] = [
  [/OpenTofu/i, 'opentofu'],
  [/Terraform|HashiCorp/i, 'terraform'],
  [/Pulumi/i, 'pulumi'],
  [/Ansible/i, 'ansible'],
  [/^cloudformation\.amazonaws\.com/, 'cloudformation'],
  [/^aws-cli\//, 'cli'],
  [/^(?:signin|console|.*\.console)\.(?:aws\.)?amazon(?:aws)?\.com|^AWS Console|\bS3Console\b/i, 'console'],
]

function meansOf(record: JsonRecord): Means {
  const agent = textIn(record['userAgent']) ?? ''
  const tool = tools.find(([pattern]) => pattern.test(agent.replace(/^\[|\]$/g, '')))
  if (tool) return tool[1]
  if (record['sessionCredentialFromConsole'] === 'true' || record['sessionCredentialFromConsole'] === true)
    return 'console'
  const isService = objectIn(record['userIdentity'])['invokedBy'] != null || record['eventType'] === 'AwsServiceEvent'
  return isService || agent.endsWith('.amazonaws.com') ? 'service' : 'automation'
}

function recordIn(text: string | undefined): JsonRecord | undefined {
  try {
    const record: unknown = JSON.parse(text ?? '')
    return typeof record === 'object' && record !== null && !Array.isArray(record) ? (record as JsonRecord) : undefined
  } catch {
    return undefined
  }
}

function objectIn(value: Json | undefined): JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : {}
}

function textIn(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
