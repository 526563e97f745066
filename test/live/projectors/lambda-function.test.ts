import {describe, expect, it} from 'vitest'

import {lambdaFunction} from '../../../src/live/projectors/lambda-function.ts'
import type {JsonRecord} from '../../../src/live/projectors/projector.ts'

const project = (configuration: JsonRecord, supplementary: JsonRecord = {}) =>
  lambdaFunction.project({resourceId: 'resize', configuration, supplementary})

describe('a function in a document', () => {
  it('keeps the names of its variables as they are', () => {
    const {properties} = project({environment: {variables: {bucket: 'b', URL: 'u'}}})
    expect(properties['Environment']).toEqual({Variables: {bucket: 'b', URL: 'u'}})
  })

  it('has its layers in their order', () => {
    expect(project({layers: [{arn: 'b'}, {arn: 'a'}]}).properties['Layers']).toEqual(['b', 'a'])
    expect(project({layers: []}).properties['Layers']).toBeUndefined()
  })

  it.each([
    ['as a text', '{"Statement":[{"Sid":"a","Effect":"Allow","Principal":"*","Action":"lambda:InvokeFunction"}]}'],
    ['decoded', {Statement: [{Sid: 'a', Effect: 'Allow', Principal: '*', Action: 'lambda:InvokeFunction'}]}],
  ])('has the permissions of its policy, %s', (_, Policy) => {
    const permission = {Id: 'a', Action: 'lambda:InvokeFunction', Principal: '*'}
    expect(project({}, {Policy}).properties['Permissions']).toEqual([permission])
  })

  it('does not show what an old document lacks', () => {
    expect(project({functionName: 'resize'}).unseen).toEqual([
      'Architectures',
      'Environment',
      'EphemeralStorage',
      'LoggingConfig',
      'PackageType',
      'SnapStart',
      'VpcConfig.Ipv6AllowedForDualStack',
    ])
  })
})
