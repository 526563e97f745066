import {expect, test} from 'vitest'

import {ec2SecurityGroup} from '../../../src/live/projectors/ec2-security-group.ts'
import type {JsonRecord} from '../../../src/live/projectors/projector.ts'

const https = {ipProtocol: 'tcp', fromPort: 443, toPort: 443}

test.each([
  {form: 'bare blocks, from before rules had descriptions', ranges: {ipRanges: ['10.0.0.0/8']}},
  {form: 'both forms of Config', ranges: {ipRanges: ['10.0.0.0/8'], ipv4Ranges: [{cidrIp: '10.0.0.0/8'}]}},
  {form: 'the answer of EC2', ranges: {ipRanges: [{cidrIp: '10.0.0.0/8'}]}},
])('IPv4 blocks as $form', ({ranges}) => {
  expect(ingress([{...https, ...ranges}])).toEqual([
    {IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.0.0.0/8'},
  ])
})

test('the description is that of the single block', () => {
  const ipv4Ranges = [{cidrIp: '10.0.0.0/8', description: 'office'}, {cidrIp: '172.16.0.0/12'}]
  expect(ingress([{...https, ipRanges: ['10.0.0.0/8', '172.16.0.0/12'], ipv4Ranges}])).toMatchObject([
    {CidrIp: '10.0.0.0/8', Description: 'office'},
    {CidrIp: '172.16.0.0/12'},
  ])
})

test('the owner of a source group is told where it is another account', () => {
  const userIdGroupPairs = [
    {groupId: 'sg-0b2c3d4e', userId: '123456789012'},
    {groupId: 'sg-0d4e5f60', userId: '210987654321'},
  ]
  expect(ingress([{ipProtocol: '-1', userIdGroupPairs}])).toEqual([
    {IpProtocol: '-1', SourceSecurityGroupId: 'sg-0b2c3d4e'},
    {IpProtocol: '-1', SourceSecurityGroupId: 'sg-0d4e5f60', SourceSecurityGroupOwnerId: '210987654321'},
  ])
})

function ingress(ipPermissions: readonly JsonRecord[]) {
  const configuration = {groupId: 'sg-0a1b2c3d', ownerId: '123456789012', ipPermissions}
  return ec2SecurityGroup.project({resourceId: 'sg-0a1b2c3d', supplementary: {}, configuration}).properties[
    'SecurityGroupIngress'
  ]
}
