import type {JsonRecord} from '../projectors/projector.ts'

/**
 * The properties that make up the primary identifier, for CloudFormation-shaped types whose Config `resourceId` is something else
 * (mostly the ARN). For all others the `resourceId` is the identifier, as Config documents it
 * (https://docs.aws.amazon.com/config/latest/developerguide/querying-AWS-resources.html); where an object lacks one of
 * these properties, it has to do as well.
 */
const identifiers: Readonly<Record<string, readonly string[]>> = {
  'AWS::Backup::BackupVault': ['BackupVaultName'],
  'AWS::Batch::ComputeEnvironment': ['ComputeEnvironmentArn'],
  'AWS::Batch::JobQueue': ['JobQueueArn'],
  'AWS::EC2::LaunchTemplate': ['LaunchTemplateId'],
  'AWS::ECR::Repository': ['RepositoryName'],
  'AWS::ECS::TaskDefinition': ['TaskDefinitionArn'],
  'AWS::EFS::AccessPoint': ['AccessPointId'],
  'AWS::EFS::FileSystem': ['FileSystemId'],
  'AWS::EKS::Cluster': ['Name'],
  'AWS::ElasticLoadBalancingV2::Listener': ['ListenerArn'],
  'AWS::Events::Rule': ['Arn'],
  'AWS::IAM::OIDCProvider': ['Arn'],
  'AWS::Kinesis::Stream': ['Name'],
  'AWS::OpenSearchService::Domain': ['DomainName'],
  'AWS::SNS::Topic': ['TopicArn'],
  'AWS::SQS::Queue': ['QueueUrl'],
}

/** The CloudFormation primary identifier of a CloudFormation-shaped document, its parts joined by `|`. */
export function identifierOf(objectType: string, properties: JsonRecord, resourceId: string): string {
  const names = identifiers[objectType]
  const parts = names
    ?.map((name) => properties[name])
    .filter((part): part is string => typeof part === 'string' && part !== '')
  return parts && parts.length === names?.length ? parts.join('|') : resourceId
}
