import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-user.html */
export const entry = {
  type: 'aws_iam_user',
  confidence: 'curated',
  objectType: 'AWS::IAM::User',
  role: 'object',
  identity: [['name'], ['id']],
  attributes: {
    name: {to: 'UserName'},
    path: {to: 'Path', default: '/'},
    permissions_boundary: {to: 'PermissionsBoundary'},
    force_destroy: {skip: 'terraform-only', because: 'Only says how the provider deletes the user (resource docs).'},
    unique_id: {skip: 'computed', because: 'AWS chooses it (AIDA...).'},
  },
  object: {
    idScope: 'account',
    arnTemplate: 'arn:{partition}:iam::{account}:user/{id}',
    children: ['Groups', 'ManagedPolicyArns', 'Policies'],
    severity: {
      Groups: 'high',
      ManagedPolicyArns: 'high',
      PermissionsBoundary: 'high',
      Policies: 'high',
    },
  },
} satisfies TerraformType
