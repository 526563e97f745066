import type {AutoScalingPolicyDescription, InstanceGroup} from '@aws-sdk/client-emr'

import type {JsonRecord} from '../../projectors/projector.ts'
import {named, plain} from '../answer.ts'
import {configurations} from './configurations.ts'
import {volumes} from './volumes.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-emr-cluster-instancegroupconfig.html */
export function instanceGroup(group: InstanceGroup): JsonRecord {
  const {AutoScalingPolicy, RequestedInstanceCount} = group
  return {
    ...named(group, ['BidPrice', 'CustomAmiId', 'InstanceType', 'Market', 'Name']),
    ...(AutoScalingPolicy && {AutoScalingPolicy: policy(AutoScalingPolicy)}),
    ...(RequestedInstanceCount !== undefined && {InstanceCount: RequestedInstanceCount}),
    ...configurations(group.Configurations),
    ...volumes(group.EbsBlockDevices, group.EbsOptimized),
  }
}

/** EMR adds the cluster to the dimensions of each alarm. */
function policy({Constraints, Rules = []}: AutoScalingPolicyDescription): JsonRecord {
  const rules = Rules.map(({Trigger, ...rule}) => {
    const {Dimensions = [], ...definition} = Trigger?.CloudWatchAlarmDefinition ?? {}
    const own = Dimensions.filter(({Key}) => Key !== 'JobFlowId')
    return {
      ...rule,
      Trigger: {CloudWatchAlarmDefinition: {...definition, ...(own.length > 0 && {Dimensions: own})}},
    }
  })
  return plain({Constraints, Rules: rules}) as JsonRecord
}
