import {
  ApplicationAutoScalingClient,
  paginateDescribeScalableTargets,
  type ScalableTarget,
} from '@aws-sdk/client-application-auto-scaling'

import {createdAt, named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {ofNamespaces} from './namespaces.ts'

const members = [
  'MaxCapacity',
  'MinCapacity',
  'ResourceId',
  'RoleARN',
  'ScalableDimension',
  'ServiceNamespace',
  'SuspendedState',
] as const

/** Tags are the Tagging API's. */
export const scalableTarget = serviceType<ApplicationAutoScalingClient, ScalableTarget>({
  objectType: 'AWS::ApplicationAutoScaling::ScalableTarget',
  client: ApplicationAutoScalingClient,
  sees: members,
  list: (client) =>
    ofNamespaces(client, (asked, namespace) =>
      pagesOf(
        paginateDescribeScalableTargets({client: asked, pageSize: 50}, {ServiceNamespace: namespace}),
        ({ScalableTargets}) => ScalableTargets,
      ),
    ),
  object: (target) => ({
    id: [target.ResourceId, target.ScalableDimension, target.ServiceNamespace].join('|'),
    ...(target.ScalableTargetARN === undefined ? {} : {arn: target.ScalableTargetARN}),
    ...createdAt(target.CreationTime),
    properties: named(target, members),
  }),
})
