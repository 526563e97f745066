import generated from '../../catalog/generated/identifiers.json' with {type: 'json'}
import type {ObjectType} from '../../model/live.ts'
import {globalRegion, type Location} from '../../model/location.ts'

const identifiers: Readonly<Record<ObjectType, readonly string[]>> = generated.objects

/** Whose identifier a property is, where its name does not say so. */
const byHand: Readonly<Record<string, ObjectType>> = {
  'ApiGateway.RestApiId': 'AWS::ApiGateway::RestApi',
  'ApiGatewayV2.ApiId': 'AWS::ApiGatewayV2::Api',
  'EFS.FileSystemId': 'AWS::EFS::FileSystem',
  'EKS.ClusterName': 'AWS::EKS::Cluster',
  'Lambda.FunctionName': 'AWS::Lambda::Function',
  'Lambda.TargetFunctionArn': 'AWS::Lambda::Function',
  'Route53.HostedZoneId': 'AWS::Route53::HostedZone',
}

/** The type of the object that has to be named for a list of its children; undefined where that is not known. */
export function parentTypeOf(type: ObjectType, property: string): ObjectType | undefined {
  const service = type.split('::')[1] ?? ''
  const known = byHand[`${service}.${property}`]
  if (known !== undefined) return known
  const others = Object.keys(identifiers).filter((other) => other !== type && other.startsWith(`AWS::${service}::`))
  const [, noun] = /^(.+)(?:Id|Arn|ARN|Name|Identifier)$/.exec(property) ?? []
  const named = `AWS::${service}::${noun}`
  if (others.includes(named) && identifiers[named]?.length === 1) return named
  const identified = others.filter((other) => identifiers[other]?.join() === property)
  return identified.length === 1 ? identified[0] : undefined
}

/** Values of a property that names no object but a kind, or the account; undefined for all others. */
export function fixedValues(
  type: ObjectType,
  property: string,
  {account, region}: Location,
): readonly string[] | undefined {
  if (property === 'CatalogId' || property === 'AwsAccountId') return [account]
  if (type.startsWith('AWS::WAFv2::') && property === 'Scope') {
    // https://docs.aws.amazon.com/waf/latest/APIReference/API_ListWebACLs.html: those of CloudFront are in us-east-1.
    return region === 'us-east-1' || region === globalRegion ? ['REGIONAL', 'CLOUDFRONT'] : ['REGIONAL']
  }
  return kinds[`${type}.${property}`]
}

/** https://docs.aws.amazon.com/opensearch-service/latest/ServerlessAPIReference/API_Operations.html, https://docs.aws.amazon.com/recyclebin/latest/APIReference/API_ListRules.html */
const kinds: Readonly<Record<string, readonly string[]>> = {
  'AWS::OpenSearchServerless::AccessPolicy.Type': ['data'],
  'AWS::OpenSearchServerless::LifecyclePolicy.Type': ['retention'],
  'AWS::OpenSearchServerless::SecurityPolicy.Type': ['encryption', 'network'],
  'AWS::Rbin::Rule.ResourceType': ['EBS_SNAPSHOT', 'EC2_IMAGE'],
}
