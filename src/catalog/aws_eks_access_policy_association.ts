import {blockOf, declared} from './blocks.ts'
import type {TerraformType} from './entry.ts'

const objectType = 'AWS::EKS::AccessEntry'
const element = {custom: 'the element of AccessPolicies'}

/** One policy of an access entry. */
export const entry: TerraformType = {
  type: 'aws_eks_access_policy_association',
  confidence: 'curated',
  objectType,
  role: 'part',
  identity: [['principal_arn', 'cluster_name']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    access_scope: element,
    associated_at: {skip: 'computed', because: 'set by EKS'},
    cluster_name: {skip: 'identity', because: 'names the cluster of the entry'},
    modified_at: {skip: 'computed', because: 'set by EKS'},
    policy_arn: element,
    principal_arn: {skip: 'identity', because: 'names the entry'},
  },
  project({attributes}, {id, location}) {
    if (id === undefined) return []
    const {type, namespaces} = blockOf(attributes['access_scope'])
    const policy = {
      PolicyArn: attributes['policy_arn'] ?? null,
      AccessScope: declared({Type: type, Namespaces: namespaces}),
    }
    const elements = [
      {
        path: 'AccessPolicies',
        element: policy,
        attribute: 'policy_arn',
        as: 'unordered' as const,
        key: ['PolicyArn'],
      },
    ]
    return [{objectType, id, location, elements, wholeResource: true}]
  },
}
