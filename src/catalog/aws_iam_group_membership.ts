import type {TerraformType} from './entry.ts'
import {membership, namesOf} from './group-membership.ts'
import {onHolder} from './iam-holder-elements.ts'

/**
 * Many users in one group: an element of `Groups` of each. That it claims to name all members cannot be told from a user, so a
 * further member is not its drift but an unmanaged child of that user.
 */
export const entry = {
  type: 'aws_iam_group_membership',
  confidence: 'curated',
  objectType: 'AWS::IAM::User',
  role: 'part',
  identity: () => undefined,
  arnAttribute: null,
  tags: 'none',
  attributes: {
    group: {custom: 'the element of Groups'},
    users: {custom: 'the users that hold the element'},
    name: {skip: 'terraform-only', because: 'A label; no membership in AWS has a name (resource docs).'},
  },
  project({attributes}, {location}) {
    const elements = [membership(attributes['group'] ?? null, 'users')]
    return namesOf(attributes['users']).flatMap((user) => onHolder('AWS::IAM::User', user, location, {elements}))
  },
} satisfies TerraformType
