import type {TerraformType} from './entry.ts'
import {bucketPart, bucketPartAttributes} from './s3-bucket-part.ts'

export const entry = {
  ...bucketPart,
  type: 'aws_s3_bucket_website_configuration',
  attributes: {
    ...bucketPartAttributes,
    error_document: {to: 'WebsiteConfiguration', block: 'single', of: {key: {to: 'ErrorDocument'}}},
    index_document: {to: 'WebsiteConfiguration', block: 'single', of: {suffix: {to: 'IndexDocument'}}},
    redirect_all_requests_to: {
      to: 'WebsiteConfiguration.RedirectAllRequestsTo',
      block: 'single',
      of: {host_name: {to: 'HostName'}, protocol: {to: 'Protocol'}},
    },
    routing_rule: {
      to: 'WebsiteConfiguration.RoutingRules',
      block: 'list',
      of: {
        condition: {
          to: 'RoutingRuleCondition',
          block: 'single',
          of: {
            http_error_code_returned_equals: {to: 'HttpErrorCodeReturnedEquals'},
            key_prefix_equals: {to: 'KeyPrefixEquals'},
          },
        },
        redirect: {
          to: 'RedirectRule',
          block: 'single',
          of: {
            host_name: {to: 'HostName'},
            http_redirect_code: {to: 'HttpRedirectCode'},
            protocol: {to: 'Protocol'},
            replace_key_prefix_with: {to: 'ReplaceKeyPrefixWith'},
            replace_key_with: {to: 'ReplaceKeyWith'},
          },
        },
      },
    },
    routing_rules: {
      skip: 'alias',
      because: 'The rules of `routing_rule` as JSON; the provider records both (resource docs).',
    },
    website_domain: {skip: 'computed', because: 'The endpoint that S3 gives the website.'},
    website_endpoint: {skip: 'computed', because: 'The endpoint that S3 gives the website.'},
  },
  presence: 'WebsiteConfiguration',
} satisfies TerraformType
