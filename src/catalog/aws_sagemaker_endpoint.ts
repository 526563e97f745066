import type {BlockRule, TerraformType} from './entry.ts'

const capacity = (to: string): BlockRule => ({
  to,
  block: 'single',
  of: {type: {to: 'Type'}, value: {to: 'Value'}},
})

const blueGreen: BlockRule = {
  to: 'BlueGreenUpdatePolicy',
  block: 'single',
  of: {
    maximum_execution_timeout_in_seconds: {to: 'MaximumExecutionTimeoutInSeconds', default: 0},
    termination_wait_in_seconds: {to: 'TerminationWaitInSeconds', default: 0},
    traffic_routing_configuration: {
      to: 'TrafficRoutingConfiguration',
      block: 'single',
      of: {
        canary_size: capacity('CanarySize'),
        linear_step_size: capacity('LinearStepSize'),
        type: {to: 'Type'},
        wait_interval_in_seconds: {to: 'WaitIntervalInSeconds'},
      },
    },
  },
}

const rolling: BlockRule = {
  to: 'RollingUpdatePolicy',
  block: 'single',
  of: {
    maximum_batch_size: capacity('MaximumBatchSize'),
    maximum_execution_timeout_in_seconds: {to: 'MaximumExecutionTimeoutInSeconds', default: 0},
    rollback_maximum_batch_size: capacity('RollbackMaximumBatchSize'),
    wait_interval_in_seconds: {to: 'WaitIntervalInSeconds'},
  },
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-endpoint.html */
export const entry = {
  type: 'aws_sagemaker_endpoint',
  confidence: 'curated',
  objectType: 'AWS::SageMaker::Endpoint',
  role: 'object',
  identity: [['arn']],
  attributes: {
    // The service tells of it while an update is being deployed, and of the last one afterwards
    // (https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpoint.html).
    deployment_config: {
      to: 'DeploymentConfig',
      block: 'single',
      computed: true,
      of: {
        auto_rollback_configuration: {
          to: 'AutoRollbackConfiguration',
          block: 'single',
          of: {
            alarms: {to: 'Alarms', block: 'set', key: ['AlarmName'], of: {alarm_name: {to: 'AlarmName'}}},
          },
        },
        blue_green_update_policy: blueGreen,
        rolling_update_policy: rolling,
      },
    },
    endpoint_config_name: {to: 'EndpointConfigName'},
    name: {to: 'EndpointName', computed: true},
  },
  object: {idScope: 'region', severity: {EndpointConfigName: 'high'}},
} satisfies TerraformType
