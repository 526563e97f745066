import {isRecord, type Json} from '../model/value.ts'
import type {TerraformType} from './entry.ts'
import {kafkaSource} from './lambda-schema-registry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html */
export const entry: TerraformType = {
  type: 'aws_lambda_event_source_mapping',
  confidence: 'curated',
  objectType: 'AWS::Lambda::EventSourceMapping',
  role: 'object',
  identity: [['uuid'], ['id']],
  attributes: {
    amazon_managed_kafka_event_source_config: {
      to: 'AmazonManagedKafkaEventSourceConfig',
      block: 'single',
      computed: true,
      of: kafkaSource,
    },
    batch_size: {to: 'BatchSize', computed: true},
    bisect_batch_on_function_error: {to: 'BisectBatchOnFunctionError'},
    destination_config: {
      to: 'DestinationConfig',
      block: 'single',
      of: {on_failure: {to: 'OnFailure', block: 'single', of: {destination_arn: {to: 'Destination'}}}},
    },
    document_db_event_source_config: {
      to: 'DocumentDBEventSourceConfig',
      block: 'single',
      of: {
        collection_name: {to: 'CollectionName'},
        database_name: {to: 'DatabaseName'},
        full_document: {to: 'FullDocument', default: 'Default'},
      },
    },
    enabled: {to: 'Enabled', default: true},
    event_source_arn: {to: 'EventSourceArn'},
    filter_criteria: {
      to: 'FilterCriteria',
      block: 'single',
      of: {filter: {to: 'Filters', block: 'set', of: {pattern: {to: 'Pattern', as: 'jsonDocument'}}}},
    },
    function_arn: {skip: 'alias', because: 'function_name names the same function'},
    function_name: {to: 'FunctionName', as: 'arnOrName'},
    function_response_types: {to: 'FunctionResponseTypes', as: 'set'},
    kms_key_arn: {to: 'KmsKeyArn', as: 'kmsKey'},
    last_modified: {skip: 'computed', because: 'time of the last update'},
    last_processing_result: {skip: 'computed', because: 'how the last invocation went'},
    maximum_batching_window_in_seconds: {to: 'MaximumBatchingWindowInSeconds', default: 0},
    // Of queues AWS tells neither; the provider then records 0. No limit is -1.
    maximum_record_age_in_seconds: {to: 'MaximumRecordAgeInSeconds', default: 0, computed: true},
    maximum_retry_attempts: {to: 'MaximumRetryAttempts', default: 0, computed: true},
    metrics_config: {to: 'MetricsConfig', block: 'single', of: {metrics: {to: 'Metrics', as: 'set'}}},
    parallelization_factor: {to: 'ParallelizationFactor', default: 0, computed: true},
    provisioned_poller_config: {
      to: 'ProvisionedPollerConfig',
      block: 'single',
      of: {
        maximum_pollers: {to: 'MaximumPollers', computed: true},
        minimum_pollers: {to: 'MinimumPollers', computed: true},
      },
    },
    queues: {to: 'Queues', as: 'set'},
    scaling_config: {
      to: 'ScalingConfig',
      block: 'single',
      of: {maximum_concurrency: {to: 'MaximumConcurrency', default: 0}},
    },
    self_managed_event_source: {
      to: 'SelfManagedEventSource',
      block: 'single',
      of: {endpoints: {to: 'Endpoints.KafkaBootstrapServers', as: 'set', value: bootstrapServers}},
    },
    self_managed_kafka_event_source_config: {
      to: 'SelfManagedKafkaEventSourceConfig',
      block: 'single',
      computed: true,
      of: kafkaSource,
    },
    source_access_configuration: {
      to: 'SourceAccessConfigurations',
      block: 'set',
      of: {type: {to: 'Type'}, uri: {to: 'URI'}},
    },
    starting_position: {to: 'StartingPosition'},
    starting_position_timestamp: {to: 'StartingPositionTimestamp', value: secondsOf},
    state: {skip: 'computed', because: 'whether it runs now'},
    state_transition_reason: {skip: 'computed', because: 'why it runs now'},
    topics: {to: 'Topics', as: 'set'},
    tumbling_window_in_seconds: {to: 'TumblingWindowInSeconds', default: 0},
    uuid: {skip: 'identity', because: 'the primary identifier'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:lambda:{region}:{account}:event-source-mapping:{id}',
    severity: {Enabled: 'high', FunctionName: 'high'},
  },
}

/** The provider holds a map with one text for all servers: `{KAFKA_BOOTSTRAP_SERVERS: "a:9092,b:9092"}`. */
function bootstrapServers(endpoints: Json): Json {
  if (!isRecord(endpoints)) return endpoints
  return Object.values(endpoints).flatMap((servers) => (typeof servers === 'string' ? servers.split(',') : servers))
}

/** A time of RFC 3339 in Terraform, seconds since 1970 in CloudFormation. */
function secondsOf(time: Json): Json {
  return typeof time === 'string' && time !== '' ? Date.parse(time) / 1000 : time
}
