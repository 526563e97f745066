import {itemsOf, recordItems} from './cloudfront-items.ts'
import {filled, listed, picked, recordAt, said} from './document.ts'
import {pascalKeys} from './pascal.ts'
import type {JsonRecord} from './projector.ts'

const plain = [
  'CachePolicyId',
  'Compress',
  'DefaultTTL',
  'FieldLevelEncryptionId',
  'MaxTTL',
  'MinTTL',
  'OriginRequestPolicyId',
  'PathPattern',
  'RealtimeLogConfigArn',
  'ResponseHeadersPolicyId',
  'SmoothStreaming',
  'TargetOriginId',
  'ViewerProtocolPolicy',
]

/** What a document shows of each behavior. */
export const cacheBehaviorMembers: readonly string[] = [
  ...plain,
  'AllowedMethods',
  'CachedMethods',
  'ForwardedValues',
  'FunctionAssociations',
  'LambdaFunctionAssociations',
  'TrustedKeyGroups',
  'TrustedSigners',
]

export function cacheBehavior(behavior: JsonRecord): JsonRecord {
  return said({
    ...picked(pascalKeys(behavior), plain),
    AllowedMethods: listed(itemsOf(behavior, 'allowedMethods')),
    CachedMethods: listed(itemsOf(recordAt(behavior, 'allowedMethods'), 'cachedMethods')),
    ForwardedValues: forwardedValues(recordAt(behavior, 'forwardedValues')),
    FunctionAssociations: listed(recordItems(behavior, 'functionAssociations').map(pascalKeys)),
    GrpcConfig: 'grpcConfig' in behavior ? pascalKeys(recordAt(behavior, 'grpcConfig')) : undefined,
    LambdaFunctionAssociations: listed(recordItems(behavior, 'lambdaFunctionAssociations').map(pascalKeys)),
    TrustedKeyGroups: listed(itemsOf(behavior, 'trustedKeyGroups')),
    TrustedSigners: listed(itemsOf(behavior, 'trustedSigners')),
  })
}

function forwardedValues(values: JsonRecord): JsonRecord | undefined {
  if (Object.keys(values).length === 0) return undefined
  const cookies = recordAt(values, 'cookies')
  return said({
    Cookies: filled({
      Forward: cookies['forward'],
      WhitelistedNames: listed(itemsOf(cookies, 'whitelistedNames')),
    }),
    Headers: listed(itemsOf(values, 'headers')),
    QueryString: values['queryString'],
    QueryStringCacheKeys: listed(itemsOf(values, 'queryStringCacheKeys')),
  })
}
