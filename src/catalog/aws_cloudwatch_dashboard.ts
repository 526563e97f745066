import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-dashboard.html */
export const entry = {
  type: 'aws_cloudwatch_dashboard',
  confidence: 'curated',
  objectType: 'AWS::CloudWatch::Dashboard',
  role: 'object',
  identity: [['dashboard_name'], ['id']],
  arnAttribute: 'dashboard_arn',
  tags: 'none',
  attributes: {
    dashboard_arn: {skip: 'computed', because: 'follows from the name'},
    dashboard_body: {to: 'DashboardBody', as: 'jsonDocument'},
    dashboard_name: {to: 'DashboardName'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:cloudwatch::{account}:dashboard/{id}',
    severity: {DashboardBody: 'low'},
  },
} satisfies TerraformType
