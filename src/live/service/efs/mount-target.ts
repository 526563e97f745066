import {
  DescribeMountTargetSecurityGroupsCommand,
  EFSClient,
  paginateDescribeFileSystems,
  paginateDescribeMountTargets,
  type MountTargetDescription,
} from '@aws-sdk/client-efs'

import {named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

/** Mount targets are listed by file system and have no tags. */
export const mountTarget = serviceType<EFSClient, MountTargetDescription>({
  objectType: 'AWS::EFS::MountTarget',
  client: EFSClient,
  sees: ['FileSystemId', 'Id', 'IpAddress', 'Ipv6Address', 'SubnetId'],
  async *list(client) {
    const systems = pagesOf(paginateDescribeFileSystems({client, pageSize: 100}, {}), ({FileSystems}) => FileSystems)
    for await (const page of systems) {
      for (const {FileSystemId} of page) {
        const targets = paginateDescribeMountTargets({client, pageSize: 100}, {FileSystemId})
        yield* pagesOf(targets, ({MountTargets}) => MountTargets)
      }
    }
  },
  object: (target) => ({
    id: target.MountTargetId ?? '',
    ...(target.LifeCycleState === 'deleting' ? {deleting: target.LifeCycleState} : {}),
    tags: {},
    properties: {
      Id: target.MountTargetId ?? '',
      ...named(target, ['FileSystemId', 'IpAddress', 'Ipv6Address', 'SubnetId']),
    },
  }),
  parts: [
    {
      shows: ['SecurityGroups'],
      read: async (client, [target]) => {
        const command = new DescribeMountTargetSecurityGroupsCommand({MountTargetId: target?.MountTargetId})
        return [{properties: named(await client.send(command), ['SecurityGroups'])}]
      },
    },
  ],
})
