import {
  ApplicationAutoScalingClient,
  PutScalingPolicyCommand,
  RegisterScalableTargetCommand,
} from '@aws-sdk/client-application-auto-scaling'
import {CreateTableCommand, DynamoDBClient} from '@aws-sdk/client-dynamodb'

import {settings} from '../moto.ts'
import {account, type Maker} from './made.ts'

const scaling = new ApplicationAutoScalingClient(settings)
const role = `arn:aws:iam::${account}:role/scaling`
const dimension = 'dynamodb:table:ReadCapacityUnits'

/** Reads of a table of its own. */
async function scaled(name: string): Promise<{
  readonly ServiceNamespace: 'dynamodb'
  readonly ResourceId: string
  readonly ScalableDimension: typeof dimension
}> {
  const dynamodb = new DynamoDBClient(settings)
  const key = {
    KeySchema: [{AttributeName: 'id', KeyType: 'HASH'}],
    AttributeDefinitions: [{AttributeName: 'id', AttributeType: 'S'}],
  } as const
  const ProvisionedThroughput = {ReadCapacityUnits: 5, WriteCapacityUnits: 5}
  const {KeySchema, AttributeDefinitions} = key
  await dynamodb.send(
    new CreateTableCommand({
      TableName: name,
      KeySchema: [...KeySchema],
      AttributeDefinitions: [...AttributeDefinitions],
      ProvisionedThroughput,
    }),
  )
  return {ServiceNamespace: 'dynamodb', ResourceId: `table/${name}`, ScalableDimension: dimension}
}

export const scalableTarget: Maker = {
  type: 'AWS::ApplicationAutoScaling::ScalableTarget',
  make: async (name) => {
    const subject = await scaled(name)
    const range = {MinCapacity: 5, MaxCapacity: 100, RoleARN: role}
    const {ScalableTargetARN: arn} = await scaling.send(new RegisterScalableTargetCommand({...subject, ...range}))
    const suspended = {
      dynamic_scaling_in_suspended: false,
      dynamic_scaling_out_suspended: false,
      scheduled_scaling_suspended: false,
    }
    return {
      id: `${subject.ResourceId}|${dimension}|dynamodb`,
      resource: {
        type: 'aws_appautoscaling_target',
        name,
        attributes: {
          id: subject.ResourceId,
          arn,
          max_capacity: 100,
          min_capacity: 5,
          resource_id: subject.ResourceId,
          role_arn: role,
          scalable_dimension: dimension,
          service_namespace: 'dynamodb',
          suspended_state: [suspended],
          tags: null,
          tags_all: {},
        },
      },
      change: async () => scaling.send(new RegisterScalableTargetCommand({...subject, ...range, MaxCapacity: 4000})),
      finding: 'drifted MaxCapacity',
    }
  },
}

export const scalingPolicy: Maker = {
  type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
  make: async (name) => {
    const target = await scalableTarget.make(`of-${name}`)
    const subject = {
      ServiceNamespace: 'dynamodb',
      ResourceId: `table/of-${name}`,
      ScalableDimension: dimension,
    } as const
    const metric = {PredefinedMetricSpecification: {PredefinedMetricType: 'DynamoDBReadCapacityUtilization'}} as const
    const command = new PutScalingPolicyCommand({
      PolicyName: name,
      PolicyType: 'TargetTrackingScaling',
      ...subject,
      TargetTrackingScalingPolicyConfiguration: {TargetValue: 70, ...metric},
    })
    const {PolicyARN: arn = ''} = await scaling.send(command)
    const tracking = {
      customized_metric_specification: [],
      disable_scale_in: false,
      predefined_metric_specification: [
        {predefined_metric_type: 'DynamoDBReadCapacityUtilization', resource_label: ''},
      ],
      scale_in_cooldown: 0,
      scale_out_cooldown: 0,
      target_value: 70,
    }
    return {
      id: `${arn}|${dimension}`,
      resource: {
        type: 'aws_appautoscaling_policy',
        name,
        attributes: {
          id: name,
          arn,
          name,
          policy_type: 'TargetTrackingScaling',
          resource_id: target.resource.attributes['resource_id'],
          scalable_dimension: dimension,
          service_namespace: 'dynamodb',
          step_scaling_policy_configuration: [],
          target_tracking_scaling_policy_configuration: [tracking],
        },
      },
      // moto gives a policy that is put again another ARN.
    }
  },
}
