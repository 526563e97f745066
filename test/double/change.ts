import type {ConfigDocument, WorldObject} from './world.ts'

/** What somebody changes by hand: one value of the document, and the same in canonical form. Each is exactly one finding. */
const changes: Readonly<Record<string, (document: Document) => Document>> = {
  'AWS::SQS::Queue': (document) => ({...document, VisibilityTimeout: '77'}),
  'AWS::EC2::Subnet': (document) => ({...document, mapPublicIpOnLaunch: document['mapPublicIpOnLaunch'] !== true}),
  'AWS::CloudWatch::Alarm': (document) => ({...document, evaluationPeriods: 77}),
  'AWS::RDS::DBSubnetGroup': (document) => ({...document, dBSubnetGroupDescription: 'changed by hand'}),
}

const canonical: Readonly<Record<string, object>> = {
  'AWS::SQS::Queue': {VisibilityTimeout: 77},
  'AWS::CloudWatch::Alarm': {EvaluationPeriods: 77},
  'AWS::RDS::DBSubnetGroup': {DBSubnetGroupDescription: 'changed by hand'},
}

type Document = Readonly<Record<string, unknown>>

/** The object after somebody's hand was on it; types that nobody changes stay as they are. */
export function changed(object: WorldObject): WorldObject {
  const change = changes[object.type]
  if (!change || !object.item) return object
  const item: ConfigDocument = {...object.item, configuration: change((object.item['configuration'] ?? {}) as Document)}
  const map = !object.properties['MapPublicIpOnLaunch']
  const after = object.type === 'AWS::EC2::Subnet' ? {MapPublicIpOnLaunch: map} : canonical[object.type]
  return {...object, drifted: true, item, properties: {...object.properties, ...after}}
}
