import {filled, listed, picked, recordAt, said, textAt, unseenOf} from './document.ts'
import {cacheBehavior, cacheBehaviorMembers} from './cloudfront-cache-behavior.ts'
import {origin, originMembers} from './cloudfront-origin.ts'
import {itemsOf, recordItems} from './cloudfront-items.ts'
import {pascal, pascalKeys} from './pascal.ts'
import type {JsonRecord, Projector} from './projector.ts'

const plain = [
  'AnycastIpListId',
  'Comment',
  'ContinuousDeploymentPolicyId',
  'DefaultRootObject',
  'Enabled',
  'HttpVersion',
  'PriceClass',
  'Staging',
  'WebACLId',
]
const certificate = [
  'AcmCertificateArn',
  'CloudFrontDefaultCertificate',
  'IamCertificateId',
  'MinimumProtocolVersion',
  'SslSupportMethod',
]
/** Not in items from before CloudFront introduced them, nor perhaps in those of today. */
const perhaps = ['AnycastIpListId', 'ContinuousDeploymentPolicyId', 'DefaultCacheBehavior.GrpcConfig', 'Staging'].map(
  inConfig,
)

/**
 * https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html, in which lists are objects with a count; AWS Config keeps the
 * distribution as it is.
 */
export const cloudfrontDistribution: Projector = {
  objectType: 'AWS::CloudFront::Distribution',
  sees: [
    ...plain,
    'Aliases',
    'CustomErrorResponses',
    'IPV6Enabled',
    'Logging',
    'OriginGroups',
    'Restrictions',
    'ViewerCertificate',
    ...cacheBehaviorMembers.flatMap((member) => [`CacheBehaviors.${member}`, `DefaultCacheBehavior.${member}`]),
    'DefaultCacheBehavior.GrpcConfig',
    ...originMembers.map((member) => `Origins.${member}`),
  ].map(inConfig),
  project: ({resourceId, configuration}) => {
    const properties = {DistributionConfig: configOf(recordAt(configuration, 'distributionConfig'))}
    const name = textAt(configuration, 'domainName')
    return {
      id: textAt(configuration, 'id') ?? resourceId,
      ...(name === undefined ? {} : {name}),
      ...unseenOf(properties, perhaps),
      properties,
    }
  },
}

function inConfig(path: string): string {
  return `DistributionConfig.${path}`
}

function configOf(config: JsonRecord): JsonRecord {
  return said({
    ...picked(pascalKeys(config), plain),
    Aliases: listed(itemsOf(config, 'aliases')),
    CacheBehaviors: listed(recordItems(config, 'cacheBehaviors').map(cacheBehavior)),
    CustomErrorResponses: listed(recordItems(config, 'customErrorResponses').map(errorResponse)),
    DefaultCacheBehavior: cacheBehavior(recordAt(config, 'defaultCacheBehavior')),
    IPV6Enabled: config['isIPV6Enabled'],
    Logging: filled(picked(pascalKeys(recordAt(config, 'logging')), ['Bucket', 'IncludeCookies', 'Prefix'])),
    OriginGroups: originGroups(config),
    Origins: listed(recordItems(config, 'origins').map(origin)),
    Restrictions: restrictions(recordAt(recordAt(config, 'restrictions'), 'geoRestriction')),
    ViewerCertificate: filled(picked(pascalKeys(recordAt(config, 'viewerCertificate')), certificate)),
  })
}

function errorResponse(response: JsonRecord): JsonRecord {
  return filled(pascalKeys(response))
}

function originGroups(config: JsonRecord): JsonRecord | undefined {
  const groups = recordItems(config, 'originGroups')
  if (groups.length === 0) return undefined
  return {
    Quantity: groups.length,
    Items: groups.map((group) =>
      said({
        Id: group['id'],
        FailoverCriteria: {
          StatusCodes: pascal(recordAt(recordAt(group, 'failoverCriteria'), 'statusCodes')),
        },
        Members: {Items: recordItems(group, 'members').map((member) => said({OriginId: member['originId']}))},
      }),
    ),
  }
}

function restrictions(geo: JsonRecord): JsonRecord {
  const locations = itemsOf({geo}, 'geo')
  return {GeoRestriction: said({Locations: listed(locations), RestrictionType: geo['restrictionType']})}
}
