import {expect, test} from 'vitest'

import {fingerprintOf, type FindingDetail, type Subject} from '../../src/model/finding.ts'

const drift: FindingDetail = {code: 'drifted', path: 'InstanceType', before: 'm5.large', after: 'm5.xlarge'}
const subject: Subject = {
  address: 'aws_instance.web',
  objectType: 'AWS::EC2::Instance',
  id: 'i-1',
  location: {account: '111122223333', region: 'eu-central-1'},
}

const print = fingerprintOf(drift, subject)

test('a value that changes again is the same finding', () => {
  expect(fingerprintOf({...drift, after: 'm5.2xlarge'}, subject)).toBe(print)
})

test.each<[string, Subject]>([
  ['of another component', {...subject, id: 'i-2'}],
  ['of another account', {...subject, location: {account: '222233334444', region: 'eu-central-1'}}],
  ['of another region', {...subject, location: {account: '111122223333', region: 'us-east-1'}}],
  ['of another address', {...subject, address: 'aws_instance.api'}],
])('the same drift of a resource %s is another finding', (_, other) => {
  expect(fingerprintOf(drift, other)).not.toBe(print)
})

test('whether a reader tells the ARN makes no difference', () => {
  expect(fingerprintOf(drift, {...subject, arn: 'arn:aws:ec2:eu-central-1:111122223333:instance/i-1'})).toBe(print)
})

test('what gets a revision with each deployment stays itself', () => {
  expect(fingerprintOf(drift, revision(4))).toBe(fingerprintOf(drift, revision(3)))
})

function revision(number: number): Subject {
  return {
    address: 'aws_ecs_task_definition.api',
    objectType: 'AWS::ECS::TaskDefinition',
    id: `arn:aws:ecs:eu-central-1:111122223333:task-definition/api:${number}`,
  }
}
