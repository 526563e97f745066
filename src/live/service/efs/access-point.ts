import {EFSClient, paginateDescribeAccessPoints, type AccessPointDescription} from '@aws-sdk/client-efs'

import {named, pagesOf, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

const members = ['AccessPointId', 'FileSystemId', 'PosixUser', 'RootDirectory'] as const

export const accessPoint = serviceType<EFSClient, AccessPointDescription>({
  objectType: 'AWS::EFS::AccessPoint',
  client: EFSClient,
  sees: members,
  list: (client) =>
    pagesOf(paginateDescribeAccessPoints({client, pageSize: 100}, {}), ({AccessPoints}) => AccessPoints),
  object: (point) => ({
    id: point.AccessPointId ?? '',
    ...(point.AccessPointArn === undefined ? {} : {arn: point.AccessPointArn}),
    ...(point.LifeCycleState === 'deleting' ? {deleting: point.LifeCycleState} : {}),
    tags: tagsOf(point.Tags),
    properties: named(point, members),
  }),
})
