import type {DeclaredResource} from '../../model/declared.ts'
import type {LiveObject} from '../../model/live.ts'
import {isArray, isRecord, Unknown, type Value} from '../../model/value.ts'

/** Where an object says on which machines it runs: canonical path, and the Terraform attribute of the type that creates it. */
const places: readonly {
  readonly objectType: string
  readonly property: string
  readonly type: string
  readonly attribute: string
}[] = [
  {objectType: 'AWS::EC2::Instance', property: 'InstanceType', type: 'aws_instance', attribute: 'instance_type'},
  {
    objectType: 'AWS::EC2::LaunchTemplate',
    property: 'LaunchTemplateData.InstanceType',
    type: 'aws_launch_template',
    attribute: 'instance_type',
  },
  {
    objectType: 'AWS::EKS::Nodegroup',
    property: 'InstanceTypes',
    type: 'aws_eks_node_group',
    attribute: 'instance_types',
  },
  {
    objectType: 'AWS::SageMaker::NotebookInstance',
    property: 'InstanceType',
    type: 'aws_sagemaker_notebook_instance',
    attribute: 'instance_type',
  },
]

const byObjectType = new Map(places.map(({objectType, property}) => [objectType, property]))
const byTerraformType = new Map(places.map(({type, attribute}) => [type, attribute]))

/** Machine types of an object or resource; 'unknown' where it has some and nobody can tell which. */
export type InstanceTypes = readonly string[] | 'unknown'

export function liveInstanceTypes({type, properties}: LiveObject): InstanceTypes {
  const path = byObjectType.get(type)
  if (path === undefined) return []
  return textsOf(
    path.split('.').reduce<Value | undefined>((value, name) => (isRecord(value) ? value[name] : undefined), properties),
  )
}

export function declaredInstanceTypes({type, attributes}: DeclaredResource): InstanceTypes {
  const attribute = byTerraformType.get(type)
  return attribute === undefined ? [] : textsOf(attributes[attribute])
}

function textsOf(value: Value | undefined): InstanceTypes {
  if (value instanceof Unknown) return 'unknown'
  const items = isArray(value) ? value : [value]
  if (items.some((item) => item instanceof Unknown)) return 'unknown'
  return items.filter((item) => typeof item === 'string')
}
