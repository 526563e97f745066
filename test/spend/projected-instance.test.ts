import {expect, test} from 'vitest'

import {liveInstanceTypes} from '../../src/catalog/accelerators/instance-types.ts'
import {ec2Instance} from '../../src/live/projectors/ec2-instance.ts'
import {instanceFacts} from '../../src/spend/instance.ts'

const described = {
  instanceId: 'i-0a1',
  instanceType: 'p5.48xlarge',
  state: {code: 16, name: 'running'},
  placement: {availabilityZone: 'us-east-1a', tenancy: 'dedicated'},
  instanceLifecycle: 'spot',
  platform: 'windows',
}

/** Pricing reads properties by name: this is where it would be seen that the projector calls one otherwise. */
test('what the projector makes of an instance is what pricing reads', () => {
  const {properties} = ec2Instance.project({resourceId: 'i-0a1', configuration: described, supplementary: {}})
  const location = {partition: 'aws', account: '123456789012', region: 'us-east-1'}
  const live = {type: 'AWS::EC2::Instance', id: 'i-0a1', location, properties, reader: 'config'} as const
  expect(liveInstanceTypes(live)).toEqual(['p5.48xlarge'])
  expect(instanceFacts(properties)).toEqual({runs: 'yes', notes: ['spot', 'dedicated', 'not-linux']})
})

test('a stopped one does not run', () => {
  const configuration = {...described, state: {code: 80, name: 'stopped'}}
  const {properties} = ec2Instance.project({resourceId: 'i-0a1', configuration, supplementary: {}})
  expect(instanceFacts(properties).runs).toBe('no')
})
