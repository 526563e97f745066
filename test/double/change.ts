import {rowOf} from './apis/row.ts'
import {recordedAt} from './hands.ts'
import type {ConfigDocument, WorldObject} from './world.ts'

type Document = Readonly<Record<string, unknown>>

/** What somebody changes by hand: one value, in Config's document where it keeps the type, and in canonical form. */
interface Change {
  /** The call that does so, as CloudTrail names it, and what it records of its parameters. */
  readonly event: string
  readonly parameters: (object: WorldObject) => Document
  readonly document?: (document: Document, partition: string) => Document
  readonly properties: (properties: Document, partition: string) => Document
}

type Called = Pick<Change, 'event' | 'parameters'>

/** The same value in both, under the name of each. */
function value(name: string, canonical: string, to: unknown, by: Called): Change {
  return {
    ...by,
    document: (document) => ({...document, [name]: to}),
    properties: (properties) => ({...properties, [canonical]: to}),
  }
}

/** The opposite of what is declared. */
function flag(name: string, canonical: string, by: Called): Change {
  return {
    ...by,
    document: (document) => ({...document, [name]: document[name] !== true}),
    properties: (properties) => ({...properties, [canonical]: properties[canonical] !== true}),
  }
}

function called(event: string, parameters: Change['parameters']): Called {
  return {event, parameters}
}

/**
 * Each is exactly one finding. Parameters are in the form that records have: those of EC2 in camelCase or, for newer calls, under the name
 * of the request (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitor-with-cloudtrail.html), Lambda's with the date of its API
 * (https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html).
 */
const changes: Readonly<Record<string, Change>> = {
  'AWS::CloudWatch::Alarm': value(
    'evaluationPeriods',
    'EvaluationPeriods',
    77,
    called('PutMetricAlarm', ({id: alarmName}) => ({alarmName, evaluationPeriods: 77})),
  ),
  'AWS::DynamoDB::Table': flag(
    'deletionProtectionEnabled',
    'DeletionProtectionEnabled',
    called('UpdateTable', ({id: tableName, properties}) => ({
      tableName,
      deletionProtectionEnabled: properties['DeletionProtectionEnabled'],
    })),
  ),
  'AWS::EC2::CapacityReservation': value(
    'InstanceCount',
    'InstanceCount',
    77,
    called('ModifyCapacityReservation', ({id: CapacityReservationId}) => ({
      ModifyCapacityReservationRequest: {CapacityReservationId, InstanceCount: 77},
    })),
  ),
  'AWS::EC2::Instance': value(
    'instanceType',
    'InstanceType',
    'c7i.48xlarge',
    called('ModifyInstanceAttribute', ({id: instanceId}) => ({instanceId, instanceType: {value: 'c7i.48xlarge'}})),
  ),
  'AWS::EC2::Subnet': flag(
    'mapPublicIpOnLaunch',
    'MapPublicIpOnLaunch',
    called('ModifySubnetAttribute', ({id: subnetId, properties}) => ({
      subnetId,
      mapPublicIpOnLaunch: {value: properties['MapPublicIpOnLaunch']},
    })),
  ),
  'AWS::EC2::Volume': value(
    'size',
    'Size',
    7777,
    called('ModifyVolume', ({id: VolumeId}) => ({ModifyVolumeRequest: {VolumeId, Size: 7777}})),
  ),
  'AWS::IAM::Role': {
    ...called('PutRolePermissionsBoundary', ({id: roleName, properties}) => ({
      roleName,
      permissionsBoundary: properties['PermissionsBoundary'],
    })),
    document: (document, partition) => ({
      ...document,
      permissionsBoundary: {permissionsBoundaryType: 'Policy', permissionsBoundaryArn: boundaryIn(partition)},
    }),
    properties: (properties, partition) => ({...properties, PermissionsBoundary: boundaryIn(partition)}),
  },
  'AWS::Lambda::Function': value(
    'timeout',
    'Timeout',
    777,
    called('UpdateFunctionConfiguration20150331v2', ({id: functionName}) => ({functionName, timeout: 777})),
  ),
  'AWS::Logs::LogGroup': {
    ...called('PutRetentionPolicy', ({id: logGroupName}) => ({logGroupName, retentionInDays: 3653})),
    properties: (properties) => ({...properties, RetentionInDays: 3653}),
  },
  'AWS::RDS::DBInstance': value(
    'multiAZ',
    'MultiAZ',
    true,
    called('ModifyDBInstance', ({id: dBInstanceIdentifier}) => ({
      dBInstanceIdentifier,
      multiAZ: true,
      applyImmediately: true,
    })),
  ),
  'AWS::RDS::DBSubnetGroup': value(
    'dBSubnetGroupDescription',
    'DBSubnetGroupDescription',
    'changed by hand',
    called('ModifyDBSubnetGroup', ({id: dBSubnetGroupName}) => ({
      dBSubnetGroupName,
      dBSubnetGroupDescription: 'changed by hand',
    })),
  ),
  'AWS::SQS::Queue': {
    ...called('SetQueueAttributes', ({id: queueUrl}) => ({queueUrl, attributes: {VisibilityTimeout: '77'}})),
    document: (document) => ({...document, VisibilityTimeout: '77'}),
    properties: (properties) => ({...properties, VisibilityTimeout: 77}),
  },
}

function boundaryIn(partition: string): string {
  return `arn:${partition}:iam::aws:policy/PowerUserAccess`
}

/** The object after somebody's hand was on it; types that nobody changes stay as they are. */
export function changed(object: WorldObject): WorldObject {
  const change = changes[object.type]
  if (!change) return object
  const {type, id, arn, gone, made, tags, mapping} = object
  const partition = arn?.split(':')[1] ?? 'aws'
  return {
    type,
    id,
    arn,
    gone,
    made,
    tags,
    mapping,
    get drifted() {
      return {event: change.event, parameters: change.parameters(this), before: object.item}
    },
    get item() {
      return object.item && changedItem(object.item, {change, partition, at: recordedAt(id)})
    },
    get properties() {
      return change.properties(object.properties, partition) as WorldObject['properties']
    },
    row(columns) {
      return this.item && rowOf(this.item, columns)
    },
  }
}

function changedItem(
  item: ConfigDocument,
  {change: {document}, partition, at}: {readonly change: Change; readonly partition: string; readonly at: Date},
): ConfigDocument {
  if (!document) return item
  const configuration = document((item['configuration'] ?? {}) as Document, partition)
  return {...item, configuration, configurationItemCaptureTime: at.toISOString()}
}
