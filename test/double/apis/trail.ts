import type {LookupEventsRequest} from '@aws-sdk/client-cloudtrail'

import {AwsFault} from '../wire/fault.ts'
import {changedAt, handOn, type Hand} from '../hands.ts'
import {chance} from '../random.ts'
import type {WorldObject} from '../world.ts'
import {apisOf, everythingIn, firstOf, page, type Api, type Context} from './api.ts'

/** A call as CloudTrail keeps it, before it is put in words. */
interface Call {
  readonly at: Date
  readonly event: string
  readonly parameters: object
  readonly hand: Hand
  readonly isRead?: boolean
  readonly error?: string
}

/** Events of what bears a name, newest first; those that trueup asks for, by the name of a resource. */
const lookup: Api<LookupEventsRequest> = (
  {
    LookupAttributes: [attribute, ...others] = [],
    StartTime: from,
    EndTime: to,
    MaxResults: size = 50,
    NextToken: token,
  },
  context,
) => {
  if (attribute?.AttributeKey !== 'ResourceName' || others.length > 0) {
    throw new AwsFault('InvalidLookupAttributesException', 'The double looks up by one attribute, ResourceName.')
  }
  if (from && to && from > to) throw new AwsFault('InvalidTimeRangeException', 'The start is after the end.')
  if (size < 1 || size > 50) throw new AwsFault('InvalidMaxResultsException', 'From 1 to 50.')
  const found = firstOf(everythingIn(context), ({id}) => id === attribute.AttributeValue)
  const records = (found ? recordsOf(found) : []).filter(({at}) => (!from || at >= from) && (!to || at <= to))
  const {indices, next} = page(records.length, token, size)
  return {
    Events: indices.flatMap((index) => {
      const record = records[index]
      return found && record ? [eventOf(found, record, index, context)] : []
    }),
    ...(next && {NextToken: next}),
  }
}

const hour = 60 * 60 * 1000
const most = 90

const scanner: Hand = {
  means: 'automation',
  name: 'posture-scanner',
  session: 'hourly',
  agent: 'aws-sdk-go-v2/1.30.3 os/linux lang/go#1.22.5 md/GOOS#linux',
  address: '192.0.2.80',
}
const pipeline: Hand = {
  means: 'automation',
  name: 'deploy',
  session: 'run-4711',
  agent: 'APN/1.0 HashiCorp/1.0 Terraform/1.11.0 terraform-provider-aws/6.0.0 aws-sdk-go-v2/1.36.3',
  address: '192.0.2.12',
}
const stranger: Hand = {means: 'cli', name: 'kim', agent: 'aws-cli/2.15.0', address: '203.0.113.77'}

/**
 * Who changed, deleted or made it; before that, Terraform's own write, and after it one who was not let, and hourly reads of which there are more than
 * a page for some. Nothing of what nobody touched.
 */
function recordsOf(object: WorldObject): readonly Call[] {
  const {id, drifted, gone, made} = object
  if (!drifted && !gone && !made) return []
  const at = changedAt(id)
  const after = (hours: number): Date => new Date(at.getTime() + hours * hour)
  const called =
    drifted && !gone && !made
      ? {event: drifted.event, parameters: drifted.parameters}
      : {event: lifeOf(object)[gone ? 1 : 0], parameters: named(object)}
  const reads = Math.round(most * chance(1, `reads ${id}`))
  return [
    ...Array.from({length: reads}, (_, index): Call => {
      return {at: after((reads - index) / 6), event: 'ListTags', parameters: named(object), hand: scanner, isRead: true}
    }),
    {at: after(0.1), ...called, hand: stranger, error: 'AccessDenied'},
    {at, ...called, hand: handOn(id)},
    ...(made ? [] : [{at: after(-50), event: 'TagResource', parameters: named(object), hand: pipeline}]),
  ]
}

function named({id}: WorldObject): object {
  return {resourceName: id}
}

/** The calls that begin and end an object, where they are not `Create` and `Delete` and its kind. */
const lives: Readonly<Record<string, readonly [begins: string, ends: string]>> = {
  'AWS::CloudWatch::Alarm': ['PutMetricAlarm', 'DeleteAlarms'],
  'AWS::EC2::CapacityReservation': ['CreateCapacityReservation', 'CancelCapacityReservation'],
  'AWS::EC2::FlowLog': ['CreateFlowLogs', 'DeleteFlowLogs'],
  'AWS::EC2::Host': ['AllocateHosts', 'ReleaseHosts'],
  'AWS::EC2::Instance': ['RunInstances', 'TerminateInstances'],
  'AWS::EC2::VPC': ['CreateVpc', 'DeleteVpc'],
  'AWS::EC2::VPNGateway': ['CreateVpnGateway', 'DeleteVpnGateway'],
  'AWS::IAM::ManagedPolicy': ['CreatePolicy', 'DeletePolicy'],
  'AWS::IAM::OIDCProvider': ['CreateOpenIDConnectProvider', 'DeleteOpenIDConnectProvider'],
  'AWS::Lambda::Function': ['CreateFunction20150331', 'DeleteFunction20150331'],
}

function lifeOf({type}: WorldObject): readonly [begins: string, ends: string] {
  const kind = type.split('::').at(-1)
  return lives[type] ?? [`Create${kind}`, `Delete${kind}`]
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Event.html */
function eventOf(object: WorldObject, record: Call, index: number, context: Context): object {
  const {at, event, hand, isRead = false} = record
  const EventId = idOf(`${object.type} ${object.id} ${index} ${context.account} ${context.region}`)
  const EventSource = sourceOf(object.type)
  return {
    EventId,
    EventName: event,
    ReadOnly: String(isRead),
    EventTime: at,
    EventSource,
    Username: hand.session ?? hand.name,
    Resources: [{ResourceType: object.type, ResourceName: object.id}],
    CloudTrailEvent: JSON.stringify(recordOf(record, {eventID: EventId, eventSource: EventSource}, context)),
  }
}

/** `AWS::CloudWatch::Alarm` is of `monitoring.amazonaws.com`; most services have the name of their types. */
function sourceOf(type: string): string {
  const [, service = ''] = type.split('::')
  return `${service === 'CloudWatch' ? 'monitoring' : service.toLowerCase()}.amazonaws.com`
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html */
function recordOf({at, event, parameters, hand, isRead = false, error}: Call, ids: object, context: Context): object {
  const {account, region} = context
  return {
    eventVersion: '1.10',
    userIdentity: identityOf(hand, context),
    eventTime: at.toISOString().replace('.000Z', 'Z'),
    eventName: event,
    awsRegion: region,
    sourceIPAddress: hand.address,
    userAgent: hand.agent,
    requestParameters: parameters,
    responseElements: null,
    ...ids,
    readOnly: isRead,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
    ...(error && {errorCode: error, errorMessage: 'User is not authorized to perform this.'}),
    ...(hand.means === 'console' && {sessionCredentialFromConsole: 'true'}),
  }
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html */
function identityOf({name, session}: Hand, {account: accountId, partition}: Context): object {
  if (session === undefined) {
    const arn = `arn:${partition}:iam::${accountId}:user/${name}`
    return {type: 'IAMUser', principalId: 'AIDAEXAMPLE', arn, accountId, accessKeyId: 'AKIAEXAMPLE', userName: name}
  }
  const issuer = {type: 'Role', principalId: 'AROAEXAMPLE', accountId, userName: name}
  return {
    type: 'AssumedRole',
    principalId: `AROAEXAMPLE:${session}`,
    arn: `arn:${partition}:sts::${accountId}:assumed-role/${name}/${session}`,
    accountId,
    accessKeyId: 'ASIAEXAMPLE',
    sessionContext: {sessionIssuer: {...issuer, arn: `arn:${partition}:iam::${accountId}:role/${name}`}},
  }
}

function idOf(text: string): string {
  const digits = Array.from({length: 4}, (_, part) =>
    Math.floor(chance(part, text) * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  )
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

export const trail = apisOf('cloudtrail', {LookupEvents: lookup})
