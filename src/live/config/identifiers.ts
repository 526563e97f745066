import generated from '../../catalog/generated/identifiers.json' with {type: 'json'}
import type {JsonRecord} from '../projectors/projector.ts'

/**
 * The properties that make up the primary identifier of CloudFormation-shaped types, whose Config `resourceId` is often something else
 * (mostly the ARN): as the CloudFormation schemas say, and here where Config's documents or the curated entries say otherwise. Where an
 * object lacks one of them, its `resourceId` has to do, which for many types is the identifier
 * (https://docs.aws.amazon.com/config/latest/developerguide/querying-AWS-resources.html).
 */
const own: Readonly<Record<string, readonly string[]>> = {
  'AWS::Backup::BackupVault': ['BackupVaultName'],
  'AWS::EC2::LaunchTemplate': ['LaunchTemplateId'],
  'AWS::EFS::AccessPoint': ['AccessPointId'],
  'AWS::EKS::Cluster': ['Name'],
  'AWS::ElasticLoadBalancingV2::Listener': ['ListenerArn'],
  'AWS::Events::Rule': ['Arn'],
  'AWS::IAM::OIDCProvider': ['Arn'],
  'AWS::Kinesis::Stream': ['Name'],
  'AWS::OpenSearchService::Domain': ['DomainName'],
  'AWS::SNS::Topic': ['TopicArn'],
  'AWS::SQS::Queue': ['QueueUrl'],
}

const fromSchemas: Readonly<Record<string, readonly string[]>> = generated.objects

/** The CloudFormation primary identifier of a CloudFormation-shaped document, its parts joined by `|`. */
export function identifierOf(objectType: string, properties: JsonRecord, resourceId: string): string {
  const names = own[objectType] ?? fromSchemas[objectType]
  const parts = names
    ?.map((name) => properties[name])
    .filter((part): part is string => typeof part === 'string' && part !== '')
  return parts && parts.length === names?.length ? parts.join('|') : resourceId
}
