import {DescribePlacementGroupsCommand, EC2Client, type PlacementGroup} from '@aws-sdk/client-ec2'

import {named, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

const members = ['GroupName', 'PartitionCount', 'SpreadLevel', 'Strategy'] as const

export const placementGroup = serviceType<EC2Client, PlacementGroup>({
  objectType: 'AWS::EC2::PlacementGroup',
  client: EC2Client,
  sees: members,
  async *list(client) {
    yield (await client.send(new DescribePlacementGroupsCommand({}))).PlacementGroups ?? []
  },
  object: (group) => ({
    id: group.GroupName ?? '',
    tags: tagsOf(group.Tags),
    ...(group.State?.startsWith('delet') ? {deleting: group.State} : {}),
    properties: named(group, members),
  }),
})
