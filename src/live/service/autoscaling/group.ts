import {
  AutoScalingClient,
  DescribeLifecycleHooksCommand,
  paginateDescribeAutoScalingGroups,
  type AutoScalingGroup,
  type LifecycleHook,
} from '@aws-sdk/client-auto-scaling'

import {autoScalingGroup} from '../../projectors/autoscaling-group.ts'
import type {JsonRecord, Projected} from '../../projectors/projector.ts'
import {createdAt, documentOf, pagesOf, seenBy, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

const hooks = 'LifecycleHookSpecificationList'

export const group = serviceType<AutoScalingClient, AutoScalingGroup>({
  objectType: autoScalingGroup.objectType,
  client: AutoScalingClient,
  sees: seenBy(autoScalingGroup),
  list: (client) =>
    pagesOf(paginateDescribeAutoScalingGroups({client, pageSize: 100}, {}), ({AutoScalingGroups}) => AutoScalingGroups),
  get: {
    size: 50,
    read: async (client, names) => {
      const input = {AutoScalingGroupNames: [...names]}
      const pages = paginateDescribeAutoScalingGroups({client, pageSize: 100}, input)
      return (await Array.fromAsync(pagesOf(pages, ({AutoScalingGroups}) => AutoScalingGroups))).flat()
    },
  },
  object: (answer) => ({
    ...project(answer),
    ...(answer.AutoScalingGroupARN === undefined ? {} : {arn: answer.AutoScalingGroupARN}),
    ...createdAt(answer.CreatedTime),
    tags: tagsOf(answer.Tags),
  }),
  parts: [
    {
      shows: [hooks],
      read: async (client, [answer]) => {
        const {AutoScalingGroupName} = answer ?? {}
        const {LifecycleHooks = []} = await client.send(new DescribeLifecycleHooksCommand({AutoScalingGroupName}))
        const list = answer && project(answer, LifecycleHooks).properties[hooks]
        return [{properties: (list === undefined ? {} : {[hooks]: list}) as JsonRecord}]
      },
    },
  ],
})

/** @param found the lifecycle hooks, which Config keeps beside the document */
function project(answer: AutoScalingGroup, found?: readonly LifecycleHook[]): Projected {
  const {hooks: list} = documentOf({hooks: found})
  const configuration = documentOf(answer)
  return autoScalingGroup.project({
    resourceId: '',
    // Without any the list may be left out of the answer, which shows tags all the same.
    configuration: {...configuration, tags: configuration['tags'] ?? []},
    tags: {},
    supplementary: list === undefined ? {} : {LifeCycleHooks: list},
  })
}
