import type {TerraformType} from './entry.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic_policy */
export const entry = {
  type: 'aws_sns_topic_policy',
  confidence: 'curated',
  objectType: 'AWS::SNS::Topic',
  role: 'part',
  identity: [['arn'], ['id']],
  tags: 'none',
  // No presence: a topic without a policy of its own has the default one, so that a lost policy shows as a changed one.
  attributes: {
    owner: {skip: 'computed', because: 'the account'},
    policy: {to: 'TopicPolicy.PolicyDocument', as: 'iamPolicy'},
  },
} satisfies TerraformType
