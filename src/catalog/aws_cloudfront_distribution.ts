import {cacheBehavior} from './cloudfront-cache-behavior.ts'
import {origin} from './cloudfront-origin.ts'
import type {TerraformType} from './entry.ts'

const trust = 'which keys CloudFront knows of those that the cache behaviors name'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-distributionconfig.html */
export const entry: TerraformType = {
  type: 'aws_cloudfront_distribution',
  confidence: 'curated',
  objectType: 'AWS::CloudFront::Distribution',
  role: 'object',
  identity: [['id']],
  attributes: {
    aliases: {to: 'DistributionConfig.Aliases', as: 'set'},
    anycast_ip_list_id: {to: 'DistributionConfig.AnycastIpListId'},
    caller_reference: {skip: 'computed', because: 'what made the request to create it unique'},
    comment: {to: 'DistributionConfig.Comment'},
    continuous_deployment_policy_id: {to: 'DistributionConfig.ContinuousDeploymentPolicyId', computed: true},
    custom_error_response: {
      to: 'DistributionConfig.CustomErrorResponses',
      block: 'set',
      key: ['ErrorCode'],
      of: {
        error_caching_min_ttl: {to: 'ErrorCachingMinTTL', computed: true},
        error_code: {to: 'ErrorCode'},
        response_code: {to: 'ResponseCode', default: 0},
        response_page_path: {to: 'ResponsePagePath'},
      },
    },
    default_cache_behavior: {to: 'DistributionConfig.DefaultCacheBehavior', block: 'single', of: cacheBehavior},
    default_root_object: {to: 'DistributionConfig.DefaultRootObject'},
    domain_name: {skip: 'computed', because: 'the name that CloudFront gives'},
    enabled: {to: 'DistributionConfig.Enabled'},
    etag: {skip: 'computed', because: 'the version of the configuration'},
    hosted_zone_id: {skip: 'computed', because: 'the zone of all CloudFront names'},
    http_version: {to: 'DistributionConfig.HttpVersion', as: 'caseInsensitive', default: 'http2'},
    in_progress_validation_batches: {skip: 'computed', because: 'invalidations under way'},
    is_ipv6_enabled: {to: 'DistributionConfig.IPV6Enabled'},
    last_modified_time: {skip: 'computed', because: 'when it was last changed'},
    logging_config: {
      to: 'DistributionConfig.Logging',
      block: 'single',
      of: {
        bucket: {to: 'Bucket'},
        include_cookies: {to: 'IncludeCookies'},
        prefix: {to: 'Prefix'},
      },
    },
    logging_v1_enabled: {skip: 'computed', because: 'whether logging_config has a bucket'},
    // The first behavior whose path matches is used: their order counts.
    ordered_cache_behavior: {
      to: 'DistributionConfig.CacheBehaviors',
      block: 'list',
      of: {...cacheBehavior, path_pattern: {to: 'PathPattern'}},
    },
    origin: {to: 'DistributionConfig.Origins', block: 'set', key: ['Id'], of: origin},
    origin_group: {
      to: 'DistributionConfig.OriginGroups.Items',
      block: 'set',
      key: ['Id'],
      of: {
        failover_criteria: {
          to: 'FailoverCriteria',
          block: 'single',
          of: {status_codes: {to: 'StatusCodes.Items', as: 'set'}},
        },
        member: {to: 'Members.Items', block: 'list', of: {origin_id: {to: 'OriginId'}}},
        origin_id: {to: 'Id'},
      },
    },
    price_class: {to: 'DistributionConfig.PriceClass', default: 'PriceClass_All'},
    restrictions: {
      to: 'DistributionConfig.Restrictions',
      block: 'single',
      of: {
        geo_restriction: {
          to: 'GeoRestriction',
          block: 'single',
          of: {
            locations: {to: 'Locations', as: 'set'},
            restriction_type: {to: 'RestrictionType', default: 'none'},
          },
        },
      },
    },
    retain_on_delete: {skip: 'terraform-only', because: 'what to do instead of a delete'},
    staging: {to: 'DistributionConfig.Staging'},
    status: {skip: 'computed', because: 'whether the last change is everywhere'},
    trusted_key_groups: {skip: 'computed', because: trust},
    trusted_signers: {skip: 'computed', because: trust},
    viewer_certificate: {
      to: 'DistributionConfig.ViewerCertificate',
      block: 'single',
      of: {
        acm_certificate_arn: {to: 'AcmCertificateArn'},
        cloudfront_default_certificate: {to: 'CloudFrontDefaultCertificate'},
        iam_certificate_id: {to: 'IamCertificateId'},
        minimum_protocol_version: {to: 'MinimumProtocolVersion', default: 'TLSv1'},
        // With CloudFront's own certificate it says `vip` where Terraform says nothing.
        ssl_support_method: {to: 'SslSupportMethod', default: 'vip'},
      },
    },
    wait_for_deployment: {skip: 'terraform-only', because: 'whether the provider waits'},
    web_acl_id: {to: 'DistributionConfig.WebACLId'},
  },
  object: {
    idScope: 'account',
    arnTemplate: 'arn:{partition}:cloudfront::{account}:distribution/{id}',
    sensitive: ['DistributionConfig.Origins.*.OriginCustomHeaders.*.HeaderValue'],
    severity: {
      'DistributionConfig.Aliases': 'high',
      'DistributionConfig.Origins': 'high',
      'DistributionConfig.Restrictions': 'high',
      'DistributionConfig.ViewerCertificate': 'high',
      'DistributionConfig.WebACLId': 'high',
    },
  },
}
