import {globalRegion, type PartialLocation} from '../model/location.ts'
import type {Json, Value} from '../model/value.ts'
import type {ProjectedElement, Projection} from './entry.ts'
import {parseDocument} from './normalizers/json-text.ts'

/** What several Terraform resources may declare of one role: its inline policies and its attachments. */
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

/** A share of a role; nothing where the role is not known. */
export function onRole(
  id: string | undefined,
  location: PartialLocation,
  share: Omit<Projection, 'objectType' | 'id' | 'location'>,
): readonly Projection[] {
  if (id === undefined) return []
  return [{objectType: 'AWS::IAM::Role', id, location: {...location, region: globalRegion}, ...share}]
}

/** The document in the text that Terraform holds, as the object that AWS documents hold. */
export function policyDocument(text: Json): Json {
  return parseDocument(text)
}
