import {EC2Client, paginateDescribeSpotFleetRequests, type SpotFleetRequestConfig} from '@aws-sdk/client-ec2'

import {createdAt, pagesOf, plain, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {pageSize} from './described.ts'

/** The request is in CloudFormation's names as it stands. */
export const spotFleet = serviceType<EC2Client, SpotFleetRequestConfig>({
  objectType: 'AWS::EC2::SpotFleet',
  client: EC2Client,
  sees: ['Id', 'SpotFleetRequestConfigData'],
  list: (client) =>
    pagesOf(
      paginateDescribeSpotFleetRequests({client, pageSize}, {}),
      ({SpotFleetRequestConfigs}) => SpotFleetRequestConfigs,
    ),
  object: (answer, {location: {partition, account, region}}) => {
    const {SpotFleetRequestId: id = '', SpotFleetRequestState: state, SpotFleetRequestConfig: request} = answer
    return {
      id,
      arn: `arn:${partition}:ec2:${region}:${account}:spot-fleet-request/${id}`,
      tags: tagsOf(answer.Tags),
      ...createdAt(answer.CreateTime),
      ...(state?.startsWith('cancelled') ? {deleting: state} : {}),
      properties: {Id: id, SpotFleetRequestConfigData: plain(request ?? {})},
    }
  },
})
