import type {Json} from '../model/value.ts'
import type {SkipRule, TerraformType} from './entry.ts'

const made: SkipRule = {skip: 'computed', because: 'set by Step Functions'}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html */
export const entry = {
  type: 'aws_sfn_state_machine',
  confidence: 'curated',
  objectType: 'AWS::StepFunctions::StateMachine',
  role: 'object',
  identity: [['arn'], ['id']],
  attributes: {
    creation_date: made,
    definition: {to: 'DefinitionString', as: 'jsonDocument'},
    description: made,
    encryption_configuration: {
      to: 'EncryptionConfiguration',
      block: 'single',
      computed: true,
      of: {
        kms_data_key_reuse_period_seconds: {to: 'KmsDataKeyReusePeriodSeconds', default: 0, computed: true},
        kms_key_id: {to: 'KmsKeyId', as: 'kmsKey'},
        type: {to: 'Type', default: 'AWS_OWNED_KEY', computed: true},
      },
    },
    logging_configuration: {
      to: 'LoggingConfiguration',
      block: 'single',
      of: {
        include_execution_data: {to: 'IncludeExecutionData'},
        level: {to: 'Level', default: 'OFF'},
        log_destination: {to: 'Destinations', value: destinations},
      },
    },
    name: {to: 'StateMachineName'},
    name_prefix: {skip: 'alias', because: 'the full name is in `name`'},
    publish: {skip: 'terraform-only', because: 'whether the provider publishes a version'},
    revision_id: made,
    role_arn: {to: 'RoleArn'},
    state_machine_version_arn: made,
    status: made,
    tracing_configuration: {to: 'TracingConfiguration', block: 'single', of: {enabled: {to: 'Enabled'}}},
    type: {to: 'StateMachineType', default: 'STANDARD'},
    version_description: made,
  },
  object: {
    idScope: 'region',
    severity: {DefinitionString: 'high', EncryptionConfiguration: 'high', RoleArn: 'high'},
  },
} satisfies TerraformType

function destinations(arn: Json): Json {
  return arn === '' || arn === null ? [] : [{CloudWatchLogsLogGroup: {LogGroupArn: arn}}]
}
