import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-accessentry.html */
export const entry = {
  type: 'aws_eks_access_entry',
  confidence: 'curated',
  objectType: 'AWS::EKS::AccessEntry',
  role: 'object',
  identity: [['principal_arn', 'cluster_name']],
  arnAttribute: 'access_entry_arn',
  attributes: {
    access_entry_arn: {skip: 'identity', because: 'names the entry'},
    cluster_name: {to: 'ClusterName'},
    created_at: {skip: 'computed', because: 'set by EKS'},
    kubernetes_groups: {to: 'KubernetesGroups', as: 'set', computed: true},
    modified_at: {skip: 'computed', because: 'set by EKS'},
    principal_arn: {to: 'PrincipalArn'},
    type: {to: 'Type', default: 'STANDARD'},
    user_name: {to: 'Username', computed: true},
  },
  object: {
    idScope: 'region',
    children: ['AccessPolicies'],
    severity: {AccessPolicies: 'high', KubernetesGroups: 'high', Username: 'high'},
  },
} satisfies TerraformType
