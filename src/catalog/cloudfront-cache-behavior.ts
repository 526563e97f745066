import type {AttributeRule} from './entry.ts'

/** Common to `default_cache_behavior` and `ordered_cache_behavior`. */
export const cacheBehavior: Readonly<Record<string, AttributeRule>> = {
  allowed_methods: {to: 'AllowedMethods', as: 'set'},
  cache_policy_id: {to: 'CachePolicyId'},
  cached_methods: {to: 'CachedMethods', as: 'set'},
  compress: {to: 'Compress'},
  // A cache policy has the times to live; states hold zeros then.
  default_ttl: {to: 'DefaultTTL', default: 0, computed: true},
  field_level_encryption_id: {to: 'FieldLevelEncryptionId'},
  forwarded_values: {
    to: 'ForwardedValues',
    block: 'single',
    of: {
      cookies: {
        to: 'Cookies',
        block: 'single',
        of: {
          forward: {to: 'Forward'},
          whitelisted_names: {to: 'WhitelistedNames', as: 'set'},
        },
      },
      headers: {to: 'Headers', as: 'set'},
      query_string: {to: 'QueryString'},
      query_string_cache_keys: {to: 'QueryStringCacheKeys', as: 'set'},
    },
  },
  function_association: {
    to: 'FunctionAssociations',
    block: 'set',
    key: ['EventType'],
    of: {event_type: {to: 'EventType'}, function_arn: {to: 'FunctionARN'}},
  },
  grpc_config: {to: 'GrpcConfig', block: 'single', computed: true, of: {enabled: {to: 'Enabled'}}},
  lambda_function_association: {
    to: 'LambdaFunctionAssociations',
    block: 'set',
    key: ['EventType'],
    of: {
      event_type: {to: 'EventType'},
      include_body: {to: 'IncludeBody'},
      lambda_arn: {to: 'LambdaFunctionARN'},
    },
  },
  max_ttl: {to: 'MaxTTL', default: 0, computed: true},
  min_ttl: {to: 'MinTTL', default: 0},
  origin_request_policy_id: {to: 'OriginRequestPolicyId'},
  realtime_log_config_arn: {to: 'RealtimeLogConfigArn'},
  response_headers_policy_id: {to: 'ResponseHeadersPolicyId'},
  smooth_streaming: {to: 'SmoothStreaming'},
  target_origin_id: {to: 'TargetOriginId'},
  trusted_key_groups: {to: 'TrustedKeyGroups', as: 'set', computed: true},
  trusted_signers: {to: 'TrustedSigners', as: 'set', computed: true},
  viewer_protocol_policy: {to: 'ViewerProtocolPolicy'},
}
