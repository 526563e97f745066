import {expect, test} from 'vitest'

import {parseArn} from '../../src/model/arn.ts'

test.each([
  [
    'arn:aws:ec2:eu-central-1:111122223333:volume/vol-a',
    {partition: 'aws', service: 'ec2', region: 'eu-central-1', account: '111122223333', resource: 'volume/vol-a'},
  ],
  [
    'arn:aws-cn:iam::111122223333:role/path/name',
    {partition: 'aws-cn', service: 'iam', region: undefined, account: '111122223333', resource: 'role/path/name'},
  ],
  ['arn:aws:s3:::models', {partition: 'aws', service: 's3', region: undefined, account: undefined, resource: 'models'}],
  [
    'arn:aws:logs:eu-central-1:111122223333:log-group:/aws/lambda/f:*',
    {
      partition: 'aws',
      service: 'logs',
      region: 'eu-central-1',
      account: '111122223333',
      resource: 'log-group:/aws/lambda/f:*',
    },
  ],
  ['arn:aws:sns:eu-central-1:111122223333:', expect.objectContaining({service: 'sns', resource: ''})],
  ['arn:aws:sns:eu-central-1:111122223333:odd\nname', expect.objectContaining({resource: 'odd\nname'})],
])('%j', (text, parts) => {
  expect(parseArn(text)).toEqual(parts)
})

test.each(['', 'volume/vol-a', 'arn:aws:ec2:eu-central-1:111122223333', 'arn::ec2:::x', 'arn:aws::::x', 5, undefined])(
  '%j is none',
  (text) => {
    expect(parseArn(text)).toBeUndefined()
  },
)
