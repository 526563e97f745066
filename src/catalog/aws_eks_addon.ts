import type {TerraformType} from './entry.ts'

const applying = {
  skip: 'write-only',
  because:
    'how an apply settles conflicts; write-only in CloudFormation (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-addon.html)',
} as const

export const entry = {
  type: 'aws_eks_addon',
  confidence: 'curated',
  objectType: 'AWS::EKS::Addon',
  role: 'object',
  identity: [['cluster_name', 'addon_name']],
  attributes: {
    addon_name: {to: 'AddonName'},
    addon_version: {to: 'AddonVersion', computed: true},
    cluster_name: {to: 'ClusterName'},
    configuration_values: {to: 'ConfigurationValues', as: 'jsonDocument', computed: true},
    created_at: {skip: 'computed', because: 'set by EKS'},
    modified_at: {skip: 'computed', because: 'set by EKS'},
    namespace_config: {
      to: 'NamespaceConfig',
      block: 'single',
      computed: true,
      of: {namespace: {to: 'Namespace', computed: true}},
    },
    pod_identity_association: {
      skip: 'write-only',
      because:
        'EKS names the associations by ARN alone (https://docs.aws.amazon.com/eks/latest/APIReference/API_Addon.html), CloudFormation does not read them back',
    },
    preserve: {skip: 'terraform-only', because: 'what a destroy leaves behind'},
    resolve_conflicts: applying,
    resolve_conflicts_on_create: applying,
    resolve_conflicts_on_update: applying,
    service_account_role_arn: {to: 'ServiceAccountRoleArn'},
  },
  object: {idScope: 'region', severity: {ServiceAccountRoleArn: 'high'}},
} satisfies TerraformType
