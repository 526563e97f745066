import type {ValueRecord} from '../model/value.ts'
import type {TerraformType} from './entry.ts'
import {inlinePolicyElement, onRole} from './iam-role-elements.ts'

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
    const name = policyName(resource.attributes)
    if (name === undefined) return []
    const elements = [inlinePolicyElement(name, resource.attributes['policy'] ?? null, 'policy')]
    return onRole(own.id, own.location, {elements, wholeResource: true})
  },
} satisfies TerraformType

/** The id is `role:name`; the oldest providers record the name there alone. */
function policyName({name, id}: ValueRecord): string | undefined {
  if (typeof name === 'string' && name !== '') return name
  return typeof id === 'string' && id.includes(':') ? id.slice(id.indexOf(':') + 1) : undefined
}
