import type {Value, ValueRecord} from '../model/value.ts'
import {blockOf, blocksOf, declared, tagFilters} from './blocks.ts'

/**
 * A target in the shape of CloudFormation
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-events-rule-target.html).
 */
export function eventTarget(attributes: ValueRecord): ValueRecord {
  return declared({
    Id: attributes['target_id'],
    Arn: attributes['arn'],
    Input: attributes['input'],
    InputPath: attributes['input_path'],
    RoleArn: attributes['role_arn'],
    ...Object.fromEntries(
      Object.entries(plainBlocks).map(([attribute, {to, of}]) => [to, renamed(blockOf(attributes[attribute]), of)]),
    ),
    BatchParameters: batchParameters(blockOf(attributes['batch_target'])),
    EcsParameters: ecsParameters(blockOf(attributes['ecs_target'])),
    RetryPolicy: retryPolicy(blockOf(attributes['retry_policy'])),
    RunCommandParameters: declared({
      RunCommandTargets: blocksOf(attributes['run_command_targets']).map(({key, values}) =>
        declared({Key: key, Values: values}),
      ),
    }),
    SageMakerPipelineParameters: declared({
      PipelineParameterList: blocksOf(blockOf(attributes['sagemaker_pipeline_target'])['pipeline_parameter_list']).map(
        ({name, value}) => declared({Name: name, Value: value}),
      ),
    }),
  })
}

/** Blocks whose attributes are members of other names. */
const plainBlocks: Readonly<Record<string, {readonly to: string; readonly of: Readonly<Record<string, string>>}>> = {
  appsync_target: {to: 'AppSyncParameters', of: {graphql_operation: 'GraphQLOperation'}},
  dead_letter_config: {to: 'DeadLetterConfig', of: {arn: 'Arn'}},
  http_target: {
    to: 'HttpParameters',
    of: {
      header_parameters: 'HeaderParameters',
      path_parameter_values: 'PathParameterValues',
      query_string_parameters: 'QueryStringParameters',
    },
  },
  input_transformer: {to: 'InputTransformer', of: {input_paths: 'InputPathsMap', input_template: 'InputTemplate'}},
  kinesis_target: {to: 'KinesisParameters', of: {partition_key_path: 'PartitionKeyPath'}},
  redshift_target: {
    to: 'RedshiftDataParameters',
    of: {
      database: 'Database',
      db_user: 'DbUser',
      secrets_manager_arn: 'SecretManagerArn',
      sql: 'Sql',
      statement_name: 'StatementName',
      with_event: 'WithEvent',
    },
  },
  sqs_target: {to: 'SqsParameters', of: {message_group_id: 'MessageGroupId'}},
}

function renamed(block: ValueRecord, names: Readonly<Record<string, string>>): ValueRecord {
  return declared(Object.fromEntries(Object.entries(names).map(([from, to]) => [to, block[from]])))
}

function batchParameters(block: ValueRecord): ValueRecord {
  return declared({
    ArrayProperties: declared({Size: block['array_size']}),
    JobDefinition: block['job_definition'],
    JobName: block['job_name'],
    RetryStrategy: declared({Attempts: block['job_attempts']}),
  })
}

function ecsParameters(block: ValueRecord): ValueRecord {
  return declared({
    CapacityProviderStrategy: blocksOf(block['capacity_provider_strategy']).map(
      ({base, capacity_provider: name, weight}) => declared({Base: base, CapacityProvider: name, Weight: weight}),
    ),
    EnableECSManagedTags: block['enable_ecs_managed_tags'],
    EnableExecuteCommand: block['enable_execute_command'],
    Group: block['group'],
    LaunchType: block['launch_type'],
    NetworkConfiguration: declared({AwsVpcConfiguration: networkConfiguration(block['network_configuration'])}),
    PlacementConstraints: blocksOf(block['placement_constraint']).map(({type, expression}) =>
      declared({Type: type, Expression: expression}),
    ),
    PlacementStrategies: blocksOf(block['ordered_placement_strategy']).map(({type, field}) =>
      declared({Type: type, Field: field}),
    ),
    PlatformVersion: block['platform_version'],
    PropagateTags: block['propagate_tags'],
    TagList: tagFilters(block['tags']),
    TaskCount: block['task_count'],
    TaskDefinitionArn: block['task_definition_arn'],
  })
}

function networkConfiguration(value: Value | undefined): ValueRecord {
  const [block] = blocksOf(value)
  if (!block) return {}
  const {assign_public_ip: isPublic, security_groups: SecurityGroups, subnets: Subnets} = block
  return declared({AssignPublicIp: isPublic === true ? 'ENABLED' : undefined, SecurityGroups, Subnets})
}

/** No retry (0) is not the same as nothing said. */
function retryPolicy({maximum_event_age_in_seconds: age, maximum_retry_attempts: attempts}: ValueRecord): ValueRecord {
  const attemptsMember = attempts === undefined || attempts === null ? {} : {MaximumRetryAttempts: attempts}
  return {...declared({MaximumEventAgeInSeconds: age}), ...attemptsMember}
}
