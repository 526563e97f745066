import {itemsOf, recordItems} from './cloudfront-items.ts'
import {filled, listed, picked, recordAt, said} from './document.ts'
import {pascalKeys} from './pascal.ts'
import type {JsonRecord} from './projector.ts'

const plain = ['ConnectionAttempts', 'ConnectionTimeout', 'DomainName', 'Id', 'OriginAccessControlId', 'OriginPath']

/** What a document shows of each origin. */
export const originMembers: readonly string[] = [
  ...plain,
  'CustomOriginConfig.HTTPPort',
  'CustomOriginConfig.HTTPSPort',
  'CustomOriginConfig.OriginKeepaliveTimeout',
  'CustomOriginConfig.OriginProtocolPolicy',
  'CustomOriginConfig.OriginReadTimeout',
  'CustomOriginConfig.OriginSSLProtocols',
  'OriginCustomHeaders',
  'OriginShield',
  'S3OriginConfig',
]

export function origin(document: JsonRecord): JsonRecord {
  const custom = recordAt(document, 'customOriginConfig')
  return said({
    ...picked(pascalKeys(document), plain),
    CustomOriginConfig: Object.keys(custom).length > 0 ? customOrigin(custom) : undefined,
    OriginCustomHeaders: listed(recordItems(document, 'customHeaders').map(pascalKeys)),
    OriginShield: nonEmpty(pascalKeys(recordAt(document, 'originShield'))),
    S3OriginConfig: nonEmpty(pascalKeys(recordAt(document, 's3OriginConfig'))),
  })
}

function customOrigin(config: JsonRecord): JsonRecord {
  return filled({
    HTTPPort: config['httpPort'] ?? config['hTTPPort'],
    HTTPSPort: config['httpsPort'] ?? config['hTTPSPort'],
    OriginKeepaliveTimeout: config['originKeepaliveTimeout'],
    OriginProtocolPolicy: config['originProtocolPolicy'],
    OriginReadTimeout: config['originReadTimeout'],
    OriginSSLProtocols: listed(itemsOf(config, 'originSslProtocols')),
  })
}

function nonEmpty(record: JsonRecord): JsonRecord | undefined {
  return Object.keys(record).length > 0 ? record : undefined
}
