import {DescribeVpcAttributeCommand, paginateDescribeVpcs, type VpcAttributeName} from '@aws-sdk/client-ec2'
import type {EC2Client, Vpc} from '@aws-sdk/client-ec2'

import {ec2Vpc} from '../../projectors/ec2-vpc.ts'
import type {Part} from '../service-type.ts'
import {described, pageSize} from './described.ts'

export const vpc = described({
  projector: ec2Vpc,
  pages: (client, input) => paginateDescribeVpcs({client, pageSize}, input),
  items: ({Vpcs}) => Vpcs,
  idFilter: 'vpc-id',
  parts: [
    attribute('enableDnsHostnames', 'EnableDnsHostnames'),
    attribute('enableDnsSupport', 'EnableDnsSupport'),
    attribute('enableNetworkAddressUsageMetrics', 'EnableNetworkAddressUsageMetrics'),
  ],
})

/** One attribute a call (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcAttribute.html). */
function attribute(
  name: VpcAttributeName,
  path: 'EnableDnsHostnames' | 'EnableDnsSupport' | 'EnableNetworkAddressUsageMetrics',
): Part<EC2Client, Vpc> {
  return {
    shows: [path],
    read: async (client, [item]) => {
      const answer = await client.send(new DescribeVpcAttributeCommand({Attribute: name, VpcId: item?.VpcId}))
      return [{properties: {[path]: answer[path]?.Value ?? false}}]
    },
  }
}
