import {
  ApplicationAutoScalingClient,
  paginateDescribeScalingPolicies,
  type ScalingPolicy,
} from '@aws-sdk/client-application-auto-scaling'

import {createdAt, named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {ofNamespaces} from './namespaces.ts'

const members = [
  'PolicyName',
  'PolicyType',
  'PredictiveScalingPolicyConfiguration',
  'ResourceId',
  'ScalableDimension',
  'ServiceNamespace',
  'StepScalingPolicyConfiguration',
  'TargetTrackingScalingPolicyConfiguration',
] as const

/** Policies have no tags. */
export const scalingPolicy = serviceType<ApplicationAutoScalingClient, ScalingPolicy>({
  objectType: 'AWS::ApplicationAutoScaling::ScalingPolicy',
  client: ApplicationAutoScalingClient,
  sees: ['Arn', ...members],
  list: (client) =>
    ofNamespaces(client, (asked, namespace) =>
      // Ten a page: https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScalingPolicies.html
      pagesOf(
        paginateDescribeScalingPolicies({client: asked, pageSize: 10}, {ServiceNamespace: namespace}),
        ({ScalingPolicies}) => ScalingPolicies,
      ),
    ),
  object: (policy) => {
    const {PolicyARN: arn = ''} = policy
    return {
      id: `${arn}|${policy.ScalableDimension}`,
      arn,
      tags: {},
      ...createdAt(policy.CreationTime),
      properties: {Arn: arn, ...named(policy, members)},
    }
  },
})
