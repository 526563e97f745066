import {EC2Client, paginateDescribeFleets, type FleetData} from '@aws-sdk/client-ec2'

import {createdAt, named, pagesOf, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {pageSize} from './described.ts'

const members = [
  'Context',
  'ExcessCapacityTerminationPolicy',
  'FleetId',
  'LaunchTemplateConfigs',
  'OnDemandOptions',
  'ReplaceUnhealthyInstances',
  'SpotOptions',
  'TargetCapacitySpecification',
  'TerminateInstancesWithExpiration',
  'Type',
  'ValidFrom',
  'ValidUntil',
] as const

/** Fleets of type `instant` are not listed: they are gone once their instances are there. */
export const fleet = serviceType<EC2Client, FleetData>({
  objectType: 'AWS::EC2::EC2Fleet',
  client: EC2Client,
  sees: members,
  list: (client) => pagesOf(paginateDescribeFleets({client, pageSize}, {}), ({Fleets}) => Fleets),
  object: (answer, {location: {partition, account, region}}) => {
    const {FleetId: id = '', FleetState: state} = answer
    return {
      id,
      arn: `arn:${partition}:ec2:${region}:${account}:fleet/${id}`,
      tags: tagsOf(answer.Tags),
      ...createdAt(answer.CreateTime),
      ...(state?.startsWith('deleted') ? {deleting: state} : {}),
      properties: named(answer, members),
    }
  },
})
