import {EC2Client, paginateDescribeImages, type Image} from '@aws-sdk/client-ec2'

import {createdAt, named, pagesOf, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {pageSize} from './described.ts'

const members = [
  'Architecture',
  'BlockDeviceMappings',
  'BootMode',
  'DeprecationTime',
  'Description',
  'EnaSupport',
  'ImageLocation',
  'ImdsSupport',
  'KernelId',
  'Name',
  'Public',
  'RamdiskId',
  'RootDeviceName',
  'RootDeviceType',
  'SriovNetSupport',
  'TpmSupport',
  'VirtualizationType',
] as const

/** The account's own images. CloudFormation has no type of it, and neither has AWS Config. */
export const image = serviceType<EC2Client, Image>({
  objectType: 'AWS::EC2::Image',
  client: EC2Client,
  sees: members,
  list: (client) => pagesOf(paginateDescribeImages({client, pageSize}, {Owners: ['self']}), ({Images}) => Images),
  get: {
    size: 200,
    read: async (client, ids) => {
      const input = {Owners: ['self'], Filters: [{Name: 'image-id', Values: [...ids]}]}
      return (
        await Array.fromAsync(pagesOf(paginateDescribeImages({client, pageSize}, input), ({Images}) => Images))
      ).flat()
    },
  },
  object: (answer) => ({
    id: answer.ImageId ?? '',
    ...(answer.Name === undefined ? {} : {name: answer.Name}),
    ...createdAt(answer.CreationDate),
    tags: tagsOf(answer.Tags),
    properties: named(answer, members),
  }),
})
