import {isArray} from '../model/value.ts'
import type {ProjectedElement, TerraformType} from './entry.ts'
import {inlinePolicies, onRole} from './iam-holder-elements.ts'

/** The claim that a role has no inline policies but the named ones, which other resources declare. */
export const entry = {
  type: 'aws_iam_role_policies_exclusive',
  confidence: 'curated',
  objectType: 'AWS::IAM::Role',
  role: 'part',
  identity: [['role_name']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    policy_names: {custom: 'names all elements of Policies'},
    role_name: {skip: 'identity', because: 'Names the role that is looked at.'},
  },
  project(resource, own) {
    const names = resource.attributes['policy_names']
    if (!isArray(names)) return []
    const elements = names.map((PolicyName): ProjectedElement => {
      const element = {PolicyName}
      return {
        path: inlinePolicies,
        element,
        attribute: 'policy_names',
        as: 'inlinePolicy',
        key: ['PolicyName'],
        secondary: true,
      }
    })
    return onRole(own.id, own.location, {elements, exclusive: [inlinePolicies]})
  },
} satisfies TerraformType
