import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html */
export const entry = {
  type: 'aws_cloudtrail',
  confidence: 'curated',
  objectType: 'AWS::CloudTrail::Trail',
  role: 'object',
  identity: [['name']],
  attributes: {
    advanced_event_selector: {
      to: 'AdvancedEventSelectors',
      block: 'set',
      of: {
        field_selector: {
          to: 'FieldSelectors',
          block: 'set',
          key: ['Field'],
          of: {
            ends_with: {to: 'EndsWith', as: 'set'},
            equals: {to: 'Equals', as: 'set'},
            field: {to: 'Field'},
            not_ends_with: {to: 'NotEndsWith', as: 'set'},
            not_equals: {to: 'NotEquals', as: 'set'},
            not_starts_with: {to: 'NotStartsWith', as: 'set'},
            starts_with: {to: 'StartsWith', as: 'set'},
          },
        },
        name: {to: 'Name'},
      },
    },
    cloud_watch_logs_group_arn: {to: 'CloudWatchLogsLogGroupArn'},
    cloud_watch_logs_role_arn: {to: 'CloudWatchLogsRoleArn'},
    enable_log_file_validation: {to: 'EnableLogFileValidation'},
    enable_logging: {to: 'IsLogging', default: true},
    event_selector: {
      to: 'EventSelectors',
      block: 'set',
      // A trail without selectors has one for all management events (GetEventSelectors), which the provider leaves out.
      computed: true,
      of: {
        data_resource: {
          to: 'DataResources',
          block: 'set',
          of: {type: {to: 'Type'}, values: {to: 'Values', as: 'set'}},
        },
        exclude_management_event_sources: {to: 'ExcludeManagementEventSources', as: 'set'},
        include_management_events: {to: 'IncludeManagementEvents', default: true},
        read_write_type: {to: 'ReadWriteType', default: 'All'},
      },
    },
    home_region: {skip: 'computed', because: 'the region of the trail'},
    include_global_service_events: {to: 'IncludeGlobalServiceEvents', default: true},
    insight_selector: {
      to: 'InsightSelectors',
      block: 'set',
      key: ['InsightType'],
      of: {insight_type: {to: 'InsightType'}},
    },
    is_multi_region_trail: {to: 'IsMultiRegionTrail'},
    is_organization_trail: {to: 'IsOrganizationTrail'},
    kms_key_id: {to: 'KMSKeyId', as: 'kmsKey'},
    name: {to: 'TrailName'},
    s3_bucket_name: {to: 'S3BucketName'},
    s3_key_prefix: {to: 'S3KeyPrefix'},
    sns_topic_arn: {skip: 'computed', because: 'follows from sns_topic_name'},
    sns_topic_name: {to: 'SnsTopicName', as: 'arnOrName'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:cloudtrail:{region}:{account}:trail/{id}',
    severity: {
      AdvancedEventSelectors: 'high',
      EnableLogFileValidation: 'high',
      EventSelectors: 'high',
      IncludeGlobalServiceEvents: 'high',
      IsLogging: 'high',
      IsMultiRegionTrail: 'high',
      KMSKeyId: 'high',
      S3BucketName: 'high',
    },
  },
} satisfies TerraformType
