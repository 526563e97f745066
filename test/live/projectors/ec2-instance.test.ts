import {describe, expect, test} from 'vitest'

import {ec2Instance} from '../../../src/live/projectors/ec2-instance.ts'
import type {JsonRecord} from '../../../src/live/projectors/projector.ts'

describe('the state of an instance', () => {
  test.each([
    ['running', undefined],
    ['stopped', undefined],
    ['shutting-down', 'shutting-down'],
    ['terminated', 'terminated'],
  ])('%s: deleting is %s', (name, deleting) => {
    expect(project({state: {code: 0, name}}).deleting).toBe(deleting)
  })
})

describe('a public address', () => {
  test('of the pool of Amazon was asked for at launch', () => {
    const {properties} = project(withAddress({ipOwnerId: 'amazon', publicIp: '198.51.100.17'}))
    expect(properties['AssociatePublicIpAddress']).toBe(true)
  })

  test('that is elastic hides whether one was asked for', () => {
    const {properties, unseen} = project(withAddress({ipOwnerId: '123456789012', publicIp: '198.51.100.17'}))
    expect(properties['AssociatePublicIpAddress']).toBeUndefined()
    expect(unseen).toContain('AssociatePublicIpAddress')
  })

  test('is absent from a running instance that has none, and says nothing of a stopped one', () => {
    const networkInterfaces = [{attachment: {deviceIndex: 0}}]
    expect(project({state: {name: 'running'}, networkInterfaces}).properties['AssociatePublicIpAddress']).toBe(false)
    expect(project({state: {name: 'stopped'}, networkInterfaces}).unseen).toContain('AssociatePublicIpAddress')
  })
})

test('the primary interface is the first of the first network card', () => {
  const networkInterfaces = [
    {attachment: {deviceIndex: 0, networkCardIndex: 1}, subnetId: 'subnet-0second'},
    {attachment: {deviceIndex: 0, networkCardIndex: 0}, subnetId: 'subnet-0first', sourceDestCheck: false},
  ]
  expect(project({networkInterfaces}).properties).toMatchObject({SubnetId: 'subnet-0first', SourceDestCheck: false})
})

test('an instance that was stopped and started is as old as its primary interface', () => {
  const networkInterfaces = [{attachment: {deviceIndex: 0, attachTime: '2024-02-03T04:05:06.000Z'}}]
  const launchTime = '2025-05-06T07:08:09.000Z'
  expect(project({launchTime, networkInterfaces}).createdAt).toBe('2024-02-03T04:05:06.000Z')
  expect(project({launchTime}).createdAt).toBe(launchTime)
})

test('what an old recording lacks is not seen, rather than absent', () => {
  const {unseen} = project({metadataOptions: {httpTokens: 'optional', httpEndpoint: 'enabled'}})
  expect(unseen).toContain('MetadataOptions.InstanceMetadataTags')
  expect(unseen).not.toContain('MetadataOptions.HttpTokens')
})

function project(configuration: JsonRecord) {
  return ec2Instance.project({resourceId: 'i-0a1b2c3d4e5f60718', supplementary: {}, configuration})
}

function withAddress(association: JsonRecord) {
  return {state: {name: 'running'}, networkInterfaces: [{attachment: {deviceIndex: 0}, association}]}
}
