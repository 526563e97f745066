/**
 * The IAM action that a call needs. Most are named after the operation, with the prefix of their service; the others are listed in the
 * service authorization reference (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).
 *
 * @param serviceId of the SDK's client: `Elastic Load Balancing v2`
 */
export function iamAction(serviceId: string, operation: string): string {
  return actionNamed(prefixes[serviceId] ?? serviceId.toLowerCase().replaceAll(' ', ''), operation)
}

/** @param prefix that of IAM: `elasticloadbalancing` */
export function actionNamed(prefix: string, operation: string): string {
  // Its actions are the HTTP methods: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html
  if (prefix === 'apigateway') return 'apigateway:GET'
  return `${prefix}:${renamed[`${prefix}:${operation}`] ?? operation}`
}

const prefixes: Readonly<Record<string, string>> = {
  'Application Auto Scaling': 'application-autoscaling',
  'Auto Scaling': 'autoscaling',
  'API Gateway': 'apigateway',
  ApiGatewayV2: 'apigateway',
  'CloudWatch Logs': 'logs',
  'Cognito Identity Provider': 'cognito-idp',
  EFS: 'elasticfilesystem',
  EMR: 'elasticmapreduce',
  'EMR Serverless': 'emr-serverless',
  'Elastic Load Balancing': 'elasticloadbalancing',
  'Elastic Load Balancing v2': 'elasticloadbalancing',
  EventBridge: 'events',
  SFN: 'states',
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html and the reference of each service. */
const renamed: Readonly<Record<string, string>> = {
  'lambda:GetLayerVersionByArn': 'GetLayerVersion',
  's3:GetBucketAccelerateConfiguration': 'GetAccelerateConfiguration',
  's3:GetBucketCors': 'GetBucketCORS',
  's3:GetBucketEncryption': 'GetEncryptionConfiguration',
  's3:GetBucketLifecycleConfiguration': 'GetLifecycleConfiguration',
  's3:GetBucketNotificationConfiguration': 'GetBucketNotification',
  's3:GetBucketReplication': 'GetReplicationConfiguration',
  's3:GetObjectLockConfiguration': 'GetBucketObjectLockConfiguration',
  's3:GetPublicAccessBlock': 'GetBucketPublicAccessBlock',
  's3:HeadObject': 'GetObject',
  's3:ListBucketAnalyticsConfigurations': 'GetAnalyticsConfiguration',
  's3:ListBucketIntelligentTieringConfigurations': 'GetIntelligentTieringConfiguration',
  's3:ListBucketInventoryConfigurations': 'GetInventoryConfiguration',
  's3:ListBucketMetricsConfigurations': 'GetMetricsConfiguration',
  's3:ListBuckets': 'ListAllMyBuckets',
  's3:ListObjectsV2': 'ListBucket',
}
