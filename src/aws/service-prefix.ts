/** IAM's prefixes of services whose CloudFormation name is another one. */
const prefixes: Readonly<Record<string, string>> = {
  apigatewayv2: 'apigateway',
  applicationautoscaling: 'application-autoscaling',
  certificatemanager: 'acm',
  cognito: 'cognito-idp',
  efs: 'elasticfilesystem',
  emr: 'elasticmapreduce',
  emrserverless: 'emr-serverless',
  elasticloadbalancingv2: 'elasticloadbalancing',
  msk: 'kafka',
  opensearchservice: 'es',
  stepfunctions: 'states',
}

/** `ec2` of `AWS::EC2::VPC`: what IAM calls the service of a CloudFormation type. */
export function prefixOf(objectType: string): string {
  const service = objectType.split('::')[1]?.toLowerCase() ?? ''
  return prefixes[service] ?? service
}
