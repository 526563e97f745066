import type {TerraformType} from './entry.ts'
import {membership, namesOf} from './group-membership.ts'
import {onHolder} from './iam-holder-elements.ts'

/** One user in some groups, beside others that it may be in (resource docs): elements of `Groups`. */
export const entry = {
  type: 'aws_iam_user_group_membership',
  confidence: 'curated',
  objectType: 'AWS::IAM::User',
  role: 'part',
  identity: [['user']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    groups: {custom: 'the elements of Groups'},
    user: {skip: 'identity', because: 'Names the user that is looked at.'},
  },
  project({attributes}, own) {
    const elements = namesOf(attributes['groups']).map((group) => membership(group, 'groups'))
    return onHolder('AWS::IAM::User', own.id, own.location, {elements, wholeResource: true})
  },
} satisfies TerraformType
