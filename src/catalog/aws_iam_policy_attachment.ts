import {globalRegion, type PartialLocation} from '../model/location.ts'
import type {Value} from '../model/value.ts'
import type {Projection, TerraformType} from './entry.ts'
import {namesOf} from './group-membership.ts'
import {attachment} from './iam-holder-elements.ts'

const holders = {roles: 'AWS::IAM::Role', users: 'AWS::IAM::User', groups: 'AWS::IAM::Group'} as const

/**
 * One managed policy on many roles, users and groups: an element of `ManagedPolicyArns` of each. That it claims to name all of them
 * cannot be told from a role, so a further holder is not its drift but an unmanaged child of that holder.
 */
export const entry = {
  type: 'aws_iam_policy_attachment',
  confidence: 'curated',
  objectType: 'AWS::IAM::Role',
  role: 'part',
  identity: () => undefined,
  arnAttribute: null,
  tags: 'none',
  attributes: {
    policy_arn: {custom: 'the element of ManagedPolicyArns'},
    roles: {custom: 'the roles that hold the element'},
    users: {custom: 'the users that hold the element'},
    groups: {custom: 'the groups that hold the element'},
    name: {skip: 'terraform-only', because: 'A label; no attachment in AWS has a name (resource docs).'},
  },
  project({attributes}, {location}) {
    const arn = attributes['policy_arn'] ?? null
    return Object.entries(holders).flatMap(([attribute, objectType]) =>
      namesOf(attributes[attribute]).map((id) => held(objectType, id, location, arn, attribute)),
    )
  },
} satisfies TerraformType

function held(objectType: string, id: string, location: PartialLocation, arn: Value, attribute: string): Projection {
  return {objectType, id, location: {...location, region: globalRegion}, elements: [attachment(arn, attribute)]}
}
