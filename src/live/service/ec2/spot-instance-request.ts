import {EC2Client, paginateDescribeSpotInstanceRequests, type SpotInstanceRequest} from '@aws-sdk/client-ec2'

import {createdAt, named, pagesOf, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {pageSize} from './described.ts'

const members = [
  'BlockDurationMinutes',
  'InstanceId',
  'InstanceInterruptionBehavior',
  'LaunchGroup',
  'SpotPrice',
  'State',
  'Type',
  'ValidFrom',
  'ValidUntil',
] as const

/** CloudFormation has no type of it, and neither has AWS Config. */
export const spotInstanceRequest = serviceType<EC2Client, SpotInstanceRequest>({
  objectType: 'AWS::EC2::SpotInstanceRequest',
  client: EC2Client,
  sees: members,
  list: (client) =>
    pagesOf(
      paginateDescribeSpotInstanceRequests({client, pageSize}, {}),
      ({SpotInstanceRequests}) => SpotInstanceRequests,
    ),
  object: (request) => ({
    id: request.SpotInstanceRequestId ?? '',
    tags: tagsOf(request.Tags),
    ...createdAt(request.CreateTime),
    ...(request.State === 'closed' || request.State === 'cancelled' ? {deleting: request.State} : {}),
    properties: named(request, members),
  }),
})
