import {AutoScalingClient, paginateDescribePolicies, type ScalingPolicy} from '@aws-sdk/client-auto-scaling'

import {scalingPolicy as projector} from '../../projectors/autoscaling-scaling-policy.ts'
import {pagesOf, projected, seenBy} from '../answer.ts'
import {serviceType} from '../read-type.ts'

export const scalingPolicy = serviceType<AutoScalingClient, ScalingPolicy>({
  objectType: projector.objectType,
  client: AutoScalingClient,
  sees: [...seenBy(projector), 'PredictiveScalingConfiguration', 'TargetTrackingConfiguration'],
  list: (client) =>
    pagesOf(paginateDescribePolicies({client, pageSize: 100}, {}), ({ScalingPolicies}) => ScalingPolicies),
  object: (policy) => ({
    ...projected(projector, policy),
    tags: {},
    ...(policy.PolicyARN === undefined ? {} : {arn: policy.PolicyARN}),
  }),
})
