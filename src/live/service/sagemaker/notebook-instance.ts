import {
  DescribeNotebookInstanceCommand,
  paginateListNotebookInstances,
  SageMakerClient,
  type DescribeNotebookInstanceCommandOutput,
} from '@aws-sdk/client-sagemaker'

import type {JsonRecord} from '../../projectors/projector.ts'
import {createdAt, named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {found, nameOf} from './described.ts'

const members = [
  'AdditionalCodeRepositories',
  'DefaultCodeRepository',
  'DirectInternetAccess',
  'InstanceMetadataServiceConfiguration',
  'InstanceType',
  'KmsKeyId',
  'NotebookInstanceArn',
  'NotebookInstanceName',
  'NotebookInstanceStatus',
  'PlatformIdentifier',
  'RoleArn',
  'RootAccess',
  'SubnetId',
  'VolumeSizeInGB',
] as const

export const notebookInstance = serviceType<SageMakerClient, Omit<DescribeNotebookInstanceCommandOutput, '$metadata'>>({
  objectType: 'AWS::SageMaker::NotebookInstance',
  client: SageMakerClient,
  sees: [...members, 'LifecycleConfigName', 'SecurityGroupIds'],
  list: (client) =>
    pagesOf(paginateListNotebookInstances({client, pageSize: 100}, {}), ({NotebookInstances}) =>
      NotebookInstances?.flatMap(({NotebookInstanceArn}) => NotebookInstanceArn ?? []),
    ),
  get: {
    size: 1,
    read: async (client, [arn = '']) =>
      found(client.send(new DescribeNotebookInstanceCommand({NotebookInstanceName: nameOf(arn)}))),
  },
  object: (answer) => ({
    id: answer.NotebookInstanceArn ?? '',
    ...(answer.NotebookInstanceArn === undefined ? {} : {arn: answer.NotebookInstanceArn}),
    ...(answer.NotebookInstanceStatus === 'Deleting' ? {deleting: answer.NotebookInstanceStatus} : {}),
    ...createdAt(answer.CreationTime),
    properties: {...named(answer, members), ...renamed(answer)},
  }),
})

function renamed(answer: Partial<DescribeNotebookInstanceCommandOutput>): JsonRecord {
  const {NotebookInstanceLifecycleConfigName: lifecycle, SecurityGroups = []} = answer
  return {...(lifecycle === undefined ? {} : {LifecycleConfigName: lifecycle}), SecurityGroupIds: SecurityGroups}
}
