import {
  FSxClient,
  paginateDescribeFileSystems,
  type FileSystem,
  type LustreFileSystemConfiguration,
  type WindowsFileSystemConfiguration,
} from '@aws-sdk/client-fsx'

import type {JsonRecord} from '../../projectors/projector.ts'
import {createdAt, named, pagesOf, plain, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

const members = [
  'DNSName',
  'FileSystemType',
  'FileSystemTypeVersion',
  'KmsKeyId',
  'NetworkType',
  'OntapConfiguration',
  'OpenZFSConfiguration',
  'ResourceARN',
  'StorageCapacity',
  'StorageType',
  'SubnetIds',
] as const

/** Security groups are those of its network interfaces, and not told here. */
export const fileSystem = serviceType<FSxClient, FileSystem>({
  objectType: 'AWS::FSx::FileSystem',
  client: FSxClient,
  sees: [...members, 'Id', 'LustreConfiguration', 'WindowsConfiguration'],
  list: (client) => pagesOf(paginateDescribeFileSystems({client}, {}), ({FileSystems}) => FileSystems),
  object: (answer) => {
    const {FileSystemId: id = '', ResourceARN: arn, Lifecycle, LustreConfiguration: lustre} = answer
    const {WindowsConfiguration: windows} = answer
    return {
      id,
      tags: tagsOf(answer.Tags),
      ...(arn === undefined ? {} : {arn}),
      ...createdAt(answer.CreationTime),
      ...(Lifecycle === 'DELETING' ? {deleting: Lifecycle} : {}),
      properties: {
        Id: id,
        ...named(answer, members),
        ...(lustre ? {LustreConfiguration: lustreOf(lustre)} : {}),
        ...(windows ? {WindowsConfiguration: windowsOf(windows)} : {}),
      },
    }
  },
})

/** In CloudFormation the members of the data repository stand beside the others. */
function lustreOf({DataRepositoryConfiguration: repository, ...lustre}: LustreFileSystemConfiguration): JsonRecord {
  const {AutoImportPolicy, ExportPath, ImportPath, ImportedFileChunkSize} = repository ?? {}
  return plain({...lustre, AutoImportPolicy, ExportPath, ImportPath, ImportedFileChunkSize}) as JsonRecord
}

/** Aliases are names in CloudFormation, those that are going left out. */
function windowsOf({Aliases, ...windows}: WindowsFileSystemConfiguration): JsonRecord {
  const names = Aliases?.filter(({Lifecycle}) => Lifecycle !== 'DELETING').flatMap(({Name}) => Name ?? [])
  return plain({...windows, Aliases: names}) as JsonRecord
}
