import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-group.html */
export const entry = {
  type: 'aws_iam_group',
  confidence: 'curated',
  objectType: 'AWS::IAM::Group',
  role: 'object',
  identity: [['name'], ['id']],
  tags: 'none',
  attributes: {
    name: {to: 'GroupName'},
    path: {to: 'Path', default: '/'},
    unique_id: {skip: 'computed', because: 'AWS chooses it (AGPA...).'},
  },
  object: {
    idScope: 'account',
    arnTemplate: 'arn:{partition}:iam::{account}:group/{id}',
    children: ['ManagedPolicyArns', 'Policies'],
    severity: {ManagedPolicyArns: 'high', Policies: 'high'},
  },
} satisfies TerraformType
