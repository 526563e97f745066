import {
  DescribeBackupPolicyCommand,
  DescribeFileSystemPolicyCommand,
  DescribeLifecycleConfigurationCommand,
  EFSClient,
  paginateDescribeFileSystems,
  type FileSystemDescription,
} from '@aws-sdk/client-efs'

import {parseDocument} from '../../../catalog/normalizers/json-text.ts'
import type {JsonRecord} from '../../projectors/projector.ts'
import {createdAt, named, pagesOf, plain, tagsOf} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'

const members = [
  'AvailabilityZoneName',
  'Encrypted',
  'FileSystemProtection',
  'KmsKeyId',
  'PerformanceMode',
  'ProvisionedThroughputInMibps',
  'ThroughputMode',
] as const

export const fileSystem = serviceType<EFSClient, FileSystemDescription>({
  objectType: 'AWS::EFS::FileSystem',
  client: EFSClient,
  sees: [...members, 'FileSystemId'],
  list: (client) => pagesOf(paginateDescribeFileSystems({client, pageSize: 100}, {}), ({FileSystems}) => FileSystems),
  object: (answer) => ({
    id: answer.FileSystemId ?? '',
    ...(answer.FileSystemArn === undefined ? {} : {arn: answer.FileSystemArn}),
    ...(answer.LifeCycleState === 'deleting' ? {deleting: answer.LifeCycleState} : {}),
    ...createdAt(answer.CreationTime),
    tags: tagsOf(answer.Tags),
    properties: {...named(answer, members), ...named(answer, ['FileSystemId'])},
  }),
  parts: [
    {
      shows: ['LifecyclePolicies'],
      read: async (client, [answer]) => {
        const command = new DescribeLifecycleConfigurationCommand({FileSystemId: answer?.FileSystemId})
        const {LifecyclePolicies = []} = await client.send(command)
        return [{properties: plain({LifecyclePolicies}) as JsonRecord}]
      },
    },
    {
      shows: ['BackupPolicy'],
      read: async (client, [answer]) => {
        const command = new DescribeBackupPolicyCommand({FileSystemId: answer?.FileSystemId})
        const found = await unless(['PolicyNotFound'], client.send(command))
        return [{properties: found ? named(found, ['BackupPolicy']) : {}}]
      },
    },
    {
      shows: ['FileSystemPolicy'],
      read: async (client, [answer]) => {
        const command = new DescribeFileSystemPolicyCommand({FileSystemId: answer?.FileSystemId})
        const found = await unless(['PolicyNotFound'], client.send(command))
        return [{properties: found?.Policy === undefined ? {} : {FileSystemPolicy: parseDocument(found.Policy)}}]
      },
    },
  ],
})
