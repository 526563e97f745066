import type {LiveObject, ObjectType} from '../../src/model/live.ts'
import {keysOf} from '../../src/model/path.ts'
import {isArray, isRecord, Sensitive, type Value, type ValueRecord} from '../../src/model/value.ts'

/** What someone did outside Terraform to one object. */
export interface Change {
  readonly type: ObjectType
  /** The object's id, name, or Name tag. */
  readonly of: string
  readonly edit: Edit
}

/** The object as it is now; undefined where it is gone. */
type Edit = (object: LiveObject) => LiveObject | undefined

/** Each with its line in the table of fixtures/demo/README.md, and what it must yield in expected.json beside it. */
export const changes: readonly Change[] = [
  // A machine was resized by hand, and brought other cores with it.
  {type: 'AWS::EC2::Instance', of: 'heron-prod-caption-1', edit: set('InstanceType', 'g5.2xlarge')},
  {type: 'AWS::EC2::Instance', of: 'heron-prod-caption-1', edit: set('CpuOptions.CoreCount', 4)},
  {type: 'AWS::EC2::SecurityGroup', of: 'heron-prod-embed', edit: add('SecurityGroupIngress', openSsh())},
  {
    type: 'AWS::S3::Bucket',
    of: 'heron-prod-models-3a47c1',
    edit: set('PublicAccessBlockConfiguration.BlockPublicPolicy', false),
  },
  {type: 'AWS::S3::Bucket', of: 'heron-prod-datasets-3a47c1', edit: set('VersioningConfiguration.Status', 'Suspended')},
  {type: 'AWS::S3::Bucket', of: 'heron-prod-datasets-3a47c1', edit: untag('CostCenter')},
  {type: 'AWS::Lambda::Function', of: 'heron-prod-thumbnails', edit: set('MemorySize', 3008)},
  {
    type: 'AWS::Lambda::Function',
    of: 'heron-prod-ingest',
    edit: set('Environment.Variables.TRACKING_API_KEY', Sensitive.of('another one')),
  },
  {type: 'AWS::RDS::DBInstance', of: 'heron-prod-registry', edit: set('BackupRetentionPeriod', 1)},
  {type: 'AWS::SQS::Queue', of: 'heron-prod-embed-jobs', edit: set('VisibilityTimeout', 30)},
  {type: 'AWS::SQS::Queue', of: 'heron-prod-eu-caption-dead', edit: () => undefined},
  {
    type: 'AWS::IAM::Role',
    of: 'heron-prod-training',
    edit: add('ManagedPolicyArns', 'arn:aws:iam::aws:policy/AdministratorAccess'),
  },
  {
    type: 'AWS::IAM::Role',
    of: 'heron-prod-inference',
    edit: set('AssumeRolePolicyDocument', trust({Service: 'ec2.amazonaws.com', AWS: 'arn:aws:iam::210987654321:root'})),
  },
  {type: 'AWS::KMS::Key', of: 'heron: data at rest', edit: set('EnableKeyRotation', false)},
  {type: 'AWS::DynamoDB::Table', of: 'heron-prod-experiments', edit: set('BillingMode', 'PROVISIONED')},
  {
    type: 'AWS::DynamoDB::Table',
    of: 'heron-prod-experiments',
    edit: set('ProvisionedThroughput', {ReadCapacityUnits: 400, WriteCapacityUnits: 200}),
  },
  {
    type: 'AWS::EKS::Cluster',
    of: 'heron-prod-platform',
    edit: set('ResourcesVpcConfig.PublicAccessCidrs', ['0.0.0.0/0']),
  },
]

/** @throws Error where the sample has no such object */
export function applied(objects: readonly LiveObject[], {type, of, edit}: Change): readonly LiveObject[] {
  const at = objects.findIndex((object) => object.type === type && namesOf(object).includes(of))
  const object = objects[at]
  if (!object) throw new Error(`the sample has no ${type} ${of}`)
  const edited = edit(object)
  return edited ? objects.with(at, edited) : objects.toSpliced(at, 1)
}

function namesOf({id, tags, properties}: LiveObject): readonly (Value | undefined)[] {
  return [id, tags?.['Name'], properties['GroupName'], properties['QueueName'], properties['Description']]
}

function set(path: string, value: Value): Edit {
  return (object) => ({...object, properties: withValue(object.properties, keysOf(path), value)})
}

function withValue(record: ValueRecord, [key = '', ...rest]: readonly string[], value: Value): ValueRecord {
  const inner = record[key]
  return {...record, [key]: rest.length === 0 ? value : withValue(isRecord(inner) ? inner : {}, rest, value)}
}

function add(list: string, element: Value): Edit {
  return (object) => {
    const elements = object.properties[list]
    return {...object, properties: {...object.properties, [list]: [...(isArray(elements) ? elements : []), element]}}
  }
}

function untag(key: string): Edit {
  return ({tags = {}, ...object}) => ({
    ...object,
    tags: Object.fromEntries(Object.entries(tags).filter(([name]) => name !== key)),
  })
}

function openSsh(): Value {
  return {IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0', Description: 'temporary'}
}

function trust(principal: ValueRecord): Value {
  const statement = {Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal}
  return {Version: '2012-10-17', Statement: [statement]}
}
