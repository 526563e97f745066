import {DescribeCapacityProvidersCommand, ECSClient, type CapacityProvider} from '@aws-sdk/client-ecs'

import {capitalized, pagesOf, tagsOf, tokenPages} from '../answer.ts'
import {serviceType} from '../read-type.ts'

/** Those of the account: FARGATE and FARGATE_SPOT are AWS's own. Providers of managed instances are not compared. */
export const capacityProvider = serviceType<ECSClient, CapacityProvider>({
  objectType: 'AWS::ECS::CapacityProvider',
  client: ECSClient,
  sees: ['AutoScalingGroupProvider', 'Name'],
  list: (client) => {
    const pages = tokenPages(
      (nextToken) => client.send(new DescribeCapacityProvidersCommand({include: ['TAGS'], nextToken})),
      ({nextToken}) => nextToken,
    )
    return pagesOf(pages, ({capacityProviders}) => capacityProviders?.filter(isOwn))
  },
  object: (answer) => ({
    id: answer.name ?? '',
    ...(answer.capacityProviderArn === undefined ? {} : {arn: answer.capacityProviderArn}),
    tags: tagsOf(answer.tags),
    properties: capitalized(answer, ['autoScalingGroupProvider', 'name']),
  }),
})

/** Deleted ones stay known for a while. */
function isOwn({name, status}: CapacityProvider): boolean {
  return status !== 'INACTIVE' && !name?.startsWith('FARGATE')
}
