import {shaped} from './shaped.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-filesystem.html */
export const efsFileSystem = shaped({
  objectType: 'AWS::EFS::FileSystem',
  id: 'FileSystemId',
  perhaps: ['AvailabilityZoneName', 'FileSystemProtection'],
})
