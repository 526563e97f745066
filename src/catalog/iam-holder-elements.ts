import {globalRegion, type PartialLocation} from '../model/location.ts'
import type {Json, Value, ValueRecord} from '../model/value.ts'
import type {ProjectedElement, Projection} from './entry.ts'
import {parseDocument} from './normalizers/json-text.ts'

/** What several Terraform resources may declare of one role, user or group: its inline policies and its attachments. */
export const inlinePolicies = 'Policies'
export const managedPolicies = 'ManagedPolicyArns'

export function inlinePolicyElement(name: string, document: Value, attribute: string): ProjectedElement {
  const PolicyDocument = typeof document === 'string' ? policyDocument(document) : document
  const element = {PolicyName: name, PolicyDocument}
  return {path: inlinePolicies, element, attribute, as: 'inlinePolicy', key: ['PolicyName']}
}

export function attachment(arn: Value, attribute: string): ProjectedElement {
  return {path: managedPolicies, element: arn, attribute}
}

type IamHolder = 'AWS::IAM::Role' | 'AWS::IAM::User' | 'AWS::IAM::Group'
type HolderShare = Omit<Projection, 'objectType' | 'id' | 'location'>

/** A share of a role; nothing where the role is not known. */
export function onRole(id: string | undefined, location: PartialLocation, share: HolderShare): readonly Projection[] {
  return onHolder('AWS::IAM::Role', id, location, share)
}

/** A share of a role, user or group; nothing where it is not known. */
export function onHolder(
  objectType: IamHolder,
  id: string | undefined,
  location: PartialLocation,
  share: HolderShare,
): readonly Projection[] {
  return id === undefined ? [] : [{objectType, id, location: {...location, region: globalRegion}, ...share}]
}

/** The name in an inline policy's resource; its id is `holder:name`, and the oldest providers record the name there alone. */
export function inlinePolicyName({name, id}: ValueRecord): string | undefined {
  if (typeof name === 'string' && name !== '') return name
  return typeof id === 'string' && id.includes(':') ? id.slice(id.indexOf(':') + 1) : undefined
}

/** The document in the text that Terraform holds, as the object that AWS documents hold. */
export function policyDocument(text: Json): Json {
  return parseDocument(text)
}
