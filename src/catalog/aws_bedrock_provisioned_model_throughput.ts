import type {TerraformType} from './entry.ts'

/**
 * CloudFormation knows no such type: its name is ours, its properties are those of
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetProvisionedModelThroughput.html.
 */
export const entry = {
  type: 'aws_bedrock_provisioned_model_throughput',
  confidence: 'curated',
  objectType: 'AWS::Bedrock::ProvisionedModelThroughput',
  role: 'object',
  identity: [['provisioned_model_arn'], ['id']],
  arnAttribute: 'provisioned_model_arn',
  attributes: {
    commitment_duration: {to: 'CommitmentDuration'},
    model_arn: {to: 'ModelArn'},
    model_units: {to: 'ModelUnits'},
    provisioned_model_arn: {skip: 'identity', because: 'the ARN'},
    provisioned_model_name: {to: 'ProvisionedModelName'},
  },
  object: {
    idScope: 'region',
    severity: {CommitmentDuration: 'high', ModelArn: 'high', ModelUnits: 'high'},
  },
} satisfies TerraformType
