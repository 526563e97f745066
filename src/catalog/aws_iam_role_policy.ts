import type {TerraformType} from './entry.ts'
import {inlinePolicyElement, inlinePolicyName, onRole} from './iam-holder-elements.ts'

/** One inline policy: an element of `Policies` of its role. */
export const entry = {
  type: 'aws_iam_role_policy',
  confidence: 'curated',
  objectType: 'AWS::IAM::Role',
  role: 'part',
  identity: [['role']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    name: {custom: 'tells the element of Policies'},
    policy: {custom: 'the document of the element of Policies'},
    role: {skip: 'identity', because: 'Names the role that is looked at.'},
    name_prefix: {skip: 'alias', because: 'The full name that it led to is in `name`.'},
  },
  project(resource, own) {
    const name = inlinePolicyName(resource.attributes)
    if (name === undefined) return []
    const elements = [inlinePolicyElement(name, resource.attributes['policy'] ?? null, 'policy')]
    return onRole(own.id, own.location, {elements, wholeResource: true})
  },
} satisfies TerraformType
