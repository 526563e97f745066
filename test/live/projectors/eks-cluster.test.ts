import {expect, test} from 'vitest'

import {eksCluster} from '../../../src/live/projectors/eks-cluster.ts'
import type {JsonRecord} from '../../../src/live/projectors/projector.ts'

const network = {subnetIds: ['subnet-0b2c3d4e'], endpointPublicAccess: true, publicAccessCidrs: ['0.0.0.0/0']}

test('the answer of DescribeCluster becomes the CloudFormation form', () => {
  const clusterLogging = [
    {types: ['api', 'audit'], enabled: true},
    {types: ['scheduler'], enabled: false},
  ]
  const {id, properties} = project({
    name: 'training',
    version: '1.32',
    resourcesVpcConfig: network,
    logging: {clusterLogging},
  })
  expect(id).toBe('training')
  expect(properties).toMatchObject({
    Version: '1.32',
    ResourcesVpcConfig: {SubnetIds: ['subnet-0b2c3d4e'], EndpointPublicAccess: true},
    Logging: {ClusterLogging: {EnabledTypes: [{Type: 'api'}, {Type: 'audit'}]}},
  })
})

test('a whole document without logging has none, one of the first recordings does not say', () => {
  const whole = project({Name: 'training', ResourcesVpcConfig: {EndpointPublicAccess: true, SubnetIds: []}})
  const early = project({Name: 'training', ResourcesVpcConfig: {SubnetIds: []}})
  expect(whole.unseen).not.toContain('Logging')
  expect(early.unseen).toContain('Logging')
  expect(early.unseen).toContain('ResourcesVpcConfig.EndpointPublicAccess')
})

test('a cluster that is being deleted says so', () => {
  expect(project({name: 'training', status: 'DELETING'}).deleting).toBe('DELETING')
  expect(project({Name: 'training', ClusterStatus: 'ACTIVE'}).deleting).toBeUndefined()
})

function project(configuration: JsonRecord) {
  return eksCluster.project({resourceId: 'training', supplementary: {}, configuration})
}
