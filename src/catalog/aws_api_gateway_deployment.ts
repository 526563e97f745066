import type {SkipRule, TerraformType} from './entry.ts'

const ofStage: SkipRule = {skip: 'elsewhere', because: 'a property of the stage that comes with the deployment'}
const computed = (what: string): SkipRule => ({skip: 'computed', because: what})

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html */
export const entry = {
  type: 'aws_api_gateway_deployment',
  confidence: 'curated',
  objectType: 'AWS::ApiGateway::Deployment',
  role: 'object',
  identity: [['id', 'rest_api_id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    canary_settings: ofStage,
    created_date: computed('when the deployment was made'),
    description: {to: 'Description'},
    execution_arn: computed('follows from the stage'),
    invoke_url: computed('follows from the stage'),
    rest_api_id: {skip: 'identity', because: 'names the API'},
    stage_description: ofStage,
    stage_name: ofStage,
    triggers: {skip: 'terraform-only', because: 'makes the provider deploy again'},
    variables: ofStage,
  },
  object: {idScope: 'region'},
} satisfies TerraformType
