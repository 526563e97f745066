import {isArray, type Json} from '../model/value.ts'
import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-batch-jobqueue.html */
export const entry = {
  type: 'aws_batch_job_queue',
  confidence: 'curated',
  objectType: 'AWS::Batch::JobQueue',
  role: 'object',
  identity: [['arn']],
  attributes: {
    compute_environment_order: {
      to: 'ComputeEnvironmentOrder',
      block: 'list',
      key: ['Order'],
      computed: true,
      of: {compute_environment: {to: 'ComputeEnvironment', as: 'arnOrName'}, order: {to: 'Order'}},
    },
    // The only form until provider 5.
    compute_environments: {to: 'ComputeEnvironmentOrder', as: 'set', value: inOrder, computed: true},
    job_state_time_limit_action: {
      to: 'JobStateTimeLimitActions',
      block: 'list',
      of: {
        action: {to: 'Action'},
        max_time_seconds: {to: 'MaxTimeSeconds'},
        reason: {to: 'Reason'},
        state: {to: 'State'},
      },
    },
    name: {to: 'JobQueueName'},
    priority: {to: 'Priority'},
    scheduling_policy_arn: {to: 'SchedulingPolicyArn'},
    state: {to: 'State', default: 'ENABLED', as: 'caseInsensitive'},
  },
  object: {idScope: 'region'},
} satisfies TerraformType

function inOrder(arns: Json): Json {
  return isArray(arns) ? arns.map((arn, index) => ({ComputeEnvironment: arn, Order: index})) : arns
}
