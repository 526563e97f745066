import {EC2Client, paginateDescribeSnapshots, type Snapshot} from '@aws-sdk/client-ec2'

import {createdAt, named, pagesOf, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {pageSize} from './described.ts'

const members = [
  'Description',
  'Encrypted',
  'KmsKeyId',
  'OutpostArn',
  'OwnerId',
  'State',
  'StorageTier',
  'VolumeId',
  'VolumeSize',
] as const

/** The account's own snapshots. CloudFormation has no type of it, and neither has AWS Config. */
export const snapshot = serviceType<EC2Client, Snapshot>({
  objectType: 'AWS::EC2::Snapshot',
  client: EC2Client,
  sees: members,
  list: (client) =>
    pagesOf(paginateDescribeSnapshots({client, pageSize}, {OwnerIds: ['self']}), ({Snapshots}) => Snapshots),
  get: {
    size: 200,
    read: async (client, ids) => {
      const input = {OwnerIds: ['self'], Filters: [{Name: 'snapshot-id', Values: [...ids]}]}
      const pages = pagesOf(paginateDescribeSnapshots({client, pageSize}, input), ({Snapshots}) => Snapshots)
      return (await Array.fromAsync(pages)).flat()
    },
  },
  object: (answer) => ({
    id: answer.SnapshotId ?? '',
    ...createdAt(answer.StartTime),
    tags: tagsOf(answer.Tags),
    properties: named(answer, members),
  }),
})
