import {rowOf} from './apis/row.ts'
import type {ConfigDocument, WorldObject} from './world.ts'

type Document = Readonly<Record<string, unknown>>

/** What somebody changes by hand: one value, in Config's document where it keeps the type, and in canonical form. */
interface Change {
  readonly document?: (document: Document) => Document
  readonly properties: (properties: Document) => Document
}

/** The same value in both, under the name of each. */
function value(name: string, canonical: string, to: unknown): Change {
  return {
    document: (document) => ({...document, [name]: to}),
    properties: (properties) => ({...properties, [canonical]: to}),
  }
}

/** Each is exactly one finding. */
const changes: Readonly<Record<string, Change>> = {
  'AWS::CloudWatch::Alarm': value('evaluationPeriods', 'EvaluationPeriods', 77),
  'AWS::DynamoDB::Table': {
    document: (document) => ({...document, deletionProtectionEnabled: document['deletionProtectionEnabled'] !== true}),
    properties: (properties) => ({
      ...properties,
      DeletionProtectionEnabled: properties['DeletionProtectionEnabled'] !== true,
    }),
  },
  'AWS::EC2::CapacityReservation': value('InstanceCount', 'InstanceCount', 77),
  'AWS::EC2::Instance': value('instanceType', 'InstanceType', 'c7i.48xlarge'),
  'AWS::EC2::Subnet': {
    document: (document) => ({...document, mapPublicIpOnLaunch: document['mapPublicIpOnLaunch'] !== true}),
    properties: (properties) => ({...properties, MapPublicIpOnLaunch: properties['MapPublicIpOnLaunch'] !== true}),
  },
  'AWS::EC2::Volume': value('size', 'Size', 7777),
  'AWS::IAM::Role': {
    document: (document) => ({
      ...document,
      permissionsBoundary: {permissionsBoundaryType: 'Policy', permissionsBoundaryArn: boundary},
    }),
    properties: (properties) => ({...properties, PermissionsBoundary: boundary}),
  },
  'AWS::Lambda::Function': value('timeout', 'Timeout', 777),
  'AWS::Logs::LogGroup': {properties: (properties) => ({...properties, RetentionInDays: 3653})},
  'AWS::RDS::DBInstance': value('multiAZ', 'MultiAZ', true),
  'AWS::RDS::DBSubnetGroup': value('dBSubnetGroupDescription', 'DBSubnetGroupDescription', 'changed by hand'),
  'AWS::SQS::Queue': {
    document: (document) => ({...document, VisibilityTimeout: '77'}),
    properties: (properties) => ({...properties, VisibilityTimeout: 77}),
  },
}

const boundary = 'arn:aws:iam::aws:policy/PowerUserAccess'

/** The object after somebody's hand was on it; types that nobody changes stay as they are. */
export function changed(object: WorldObject): WorldObject {
  const change = changes[object.type]
  if (!change) return object
  const {type, id, arn, gone, tags, mapping} = object
  return {
    type,
    id,
    arn,
    gone,
    tags,
    mapping,
    drifted: true,
    get item() {
      return object.item && changedItem(object.item, change)
    },
    get properties() {
      return change.properties(object.properties) as WorldObject['properties']
    },
    row(columns) {
      return this.item && rowOf(this.item, columns)
    },
  }
}

function changedItem(item: ConfigDocument, {document}: Change): ConfigDocument {
  return document ? {...item, configuration: document((item['configuration'] ?? {}) as Document)} : item
}
