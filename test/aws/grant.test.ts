import {describe, expect, test} from 'vitest'

import {grantFor} from '../../src/aws/grant.ts'

const user = 'User: arn:aws:sts::111122223333:assumed-role/reader/trueup is not authorized to perform:'

describe('the smallest change that closes a denied gap', () => {
  test.each([
    ['what was called, where AWS does not say', '', 'ec2:DescribeVpcs', '*'],
    [
      'what AWS names',
      `${user} batch:DescribeJobQueues because no identity-based policy allows the batch:DescribeJobQueues action`,
      'batch:DescribeJobQueues',
      '*',
    ],
    [
      'on the resource that AWS names',
      `${user} dynamodb:DescribeTable on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/x because no identity-based policy allows it`,
      'dynamodb:DescribeTable',
      'arn:aws:dynamodb:eu-west-1:111122223333:table/x',
    ],
  ])('is %s', (_, message, Action, Resource) => {
    expect(grantFor('ec2:DescribeVpcs', new Error(message))).toEqual({Effect: 'Allow', Action, Resource})
  })

  test.each([
    `${user} ec2:DescribeVpcs with an explicit deny in a service control policy`,
    `${user} ec2:DescribeVpcs because no permissions boundary allows the ec2:DescribeVpcs action`,
  ])('is none that an identity could be given: %s', (message) => {
    expect(grantFor('ec2:DescribeVpcs', new Error(message))).toBeUndefined()
  })
})
