import {isRecord, type Json} from '../model/value.ts'
import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-alias.html */
export const entry = {
  type: 'aws_lambda_alias',
  confidence: 'curated',
  objectType: 'AWS::Lambda::Alias',
  role: 'object',
  identity: [['arn'], ['id']],
  tags: 'none',
  attributes: {
    description: {to: 'Description'},
    function_name: {to: 'FunctionName', as: 'arnOrName'},
    function_version: {to: 'FunctionVersion'},
    invoke_arn: {skip: 'computed', because: 'follows from the ARN'},
    name: {to: 'Name'},
    routing_config: {
      to: 'RoutingConfig',
      block: 'single',
      of: {additional_version_weights: {to: 'AdditionalVersionWeights', as: 'set', value: versionWeights}},
    },
  },
  object: {idScope: 'region', arnTemplate: '{id}', severity: {FunctionVersion: 'high', RoutingConfig: 'high'}},
} satisfies TerraformType

/** Terraform's map of versions as the list that CloudFormation has. */
function versionWeights(weights: Json): Json {
  if (!isRecord(weights)) return weights
  return Object.entries(weights).map(([FunctionVersion, FunctionWeight]) => ({FunctionVersion, FunctionWeight}))
}
