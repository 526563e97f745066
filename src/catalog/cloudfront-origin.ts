import type {AttributeRule} from './entry.ts'

/** `origin` of aws_cloudfront_distribution; where nothing is said, CloudFront means what the defaults here say. */
export const origin: Readonly<Record<string, AttributeRule>> = {
  connection_attempts: {to: 'ConnectionAttempts', default: 3},
  connection_timeout: {to: 'ConnectionTimeout', default: 10},
  custom_header: {
    to: 'OriginCustomHeaders',
    block: 'set',
    key: ['HeaderName'],
    of: {name: {to: 'HeaderName'}, value: {to: 'HeaderValue'}},
  },
  custom_origin_config: {
    to: 'CustomOriginConfig',
    block: 'single',
    of: {
      http_port: {to: 'HTTPPort'},
      https_port: {to: 'HTTPSPort'},
      ip_address_type: {to: 'IpAddressType', default: 'ipv4'},
      origin_keepalive_timeout: {to: 'OriginKeepaliveTimeout', default: 5},
      origin_protocol_policy: {to: 'OriginProtocolPolicy'},
      origin_read_timeout: {to: 'OriginReadTimeout', default: 30},
      origin_ssl_protocols: {to: 'OriginSSLProtocols', as: 'set'},
    },
  },
  domain_name: {to: 'DomainName', as: 'domainName'},
  origin_access_control_id: {to: 'OriginAccessControlId'},
  origin_id: {to: 'Id'},
  origin_path: {to: 'OriginPath'},
  origin_shield: {
    to: 'OriginShield',
    block: 'single',
    of: {enabled: {to: 'Enabled'}, origin_shield_region: {to: 'OriginShieldRegion'}},
  },
  response_completion_timeout: {to: 'ResponseCompletionTimeout', default: 0, computed: true},
  s3_origin_config: {
    to: 'S3OriginConfig',
    block: 'single',
    of: {origin_access_identity: {to: 'OriginAccessIdentity'}},
  },
  vpc_origin_config: {
    to: 'VpcOriginConfig',
    block: 'single',
    of: {
      origin_keepalive_timeout: {to: 'OriginKeepaliveTimeout', default: 5},
      origin_read_timeout: {to: 'OriginReadTimeout', default: 30},
      owner_account_id: {to: 'OwnerAccountId', computed: true},
      vpc_origin_id: {to: 'VpcOriginId'},
    },
  },
}
