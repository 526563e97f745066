import {expect, test} from 'vitest'

import {ec2Vpc} from '../../../src/live/projectors/ec2-vpc.ts'

test('an IPv6 block that was given back is not part of the VPC', () => {
  const {properties} = ec2Vpc.project({
    resourceId: 'vpc-0f4a1b2c3d4e5f607',
    supplementary: {},
    configuration: {
      cidrBlock: '10.40.0.0/16',
      ipv6CidrBlockAssociationSet: [
        {ipv6CidrBlock: '2a05:d014:7b2:4e00::/56', ipv6CidrBlockState: {state: 'disassociated'}},
        {ipv6CidrBlock: '2a05:d014:9c3:1a00::/56', ipv6CidrBlockState: {state: 'associated'}, ipv6Pool: 'Amazon'},
      ],
    },
  })
  expect(properties).toEqual({
    CidrBlock: '10.40.0.0/16',
    Ipv6CidrBlocks: ['2a05:d014:9c3:1a00::/56'],
  })
})
