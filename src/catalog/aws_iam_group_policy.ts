import type {TerraformType} from './entry.ts'
import {inlinePolicyElement, inlinePolicyName, onHolder} from './iam-holder-elements.ts'

/** One inline policy: an element of `Policies` of its group. */
export const entry = {
  type: 'aws_iam_group_policy',
  confidence: 'curated',
  objectType: 'AWS::IAM::Group',
  role: 'part',
  identity: [['group']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    group: {skip: 'identity', because: 'Names the group that is looked at.'},
    name: {custom: 'tells the element of Policies'},
    name_prefix: {skip: 'alias', because: 'The full name that it led to is in `name`.'},
    policy: {custom: 'the document of the element of Policies'},
  },
  project(resource, own) {
    const name = inlinePolicyName(resource.attributes)
    if (name === undefined) return []
    const elements = [inlinePolicyElement(name, resource.attributes['policy'] ?? null, 'policy')]
    return onHolder('AWS::IAM::Group', own.id, own.location, {elements, wholeResource: true})
  },
} satisfies TerraformType
