import type {ObjectType, ReadScope} from '../../model/live.ts'
import {projectors} from '../projectors/index.ts'

/** Where Config calls a type otherwise than CloudFormation does and keeps it in the CloudFormation shape all the same. */
const renamed: Readonly<Record<string, ObjectType>> = {
  'AWS::OpenSearch::Domain': 'AWS::OpenSearchService::Domain',
}

const configTypes: ReadonlyMap<ObjectType, string> = new Map([
  ...Object.entries(renamed).map(([configType, objectType]) => [objectType, configType] as const),
  ...Object.entries(projectors).map(([configType, {objectType}]) => [objectType, configType] as const),
])

/** `AWS::IAM::ManagedPolicy` is kept as `AWS::IAM::Policy`; most types have one name. */
export function configTypeOf(objectType: ObjectType): string {
  return configTypes.get(objectType) ?? objectType
}

export function objectTypeOf(configType: string): ObjectType {
  return projectors[configType]?.objectType ?? renamed[configType] ?? configType
}

/** What Config shows of a type: what its projector says, or all where it keeps the CloudFormation shape. */
export function seesOf(configType: string): ReadScope['sees'] {
  return projectors[configType]?.sees ?? '*'
}
