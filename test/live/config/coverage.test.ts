import {
  DescribeConfigurationRecordersCommand,
  SelectResourceConfigCommand,
  type RecordingGroup,
} from '@aws-sdk/client-config-service'
import {beforeEach, describe, expect, test} from 'vitest'

import {globalRegion} from '../../../src/model/location.ts'
import {awsError, wanted} from '../fake-session.ts'
import {clusters, config, outline, read, record, recordOnlyIn, repositories, resetConfig} from './mocked-config.ts'

beforeEach(resetConfig)

describe('a type that is not recorded is a gap', () => {
  const notRecorded = 'gap not-recorded AWS::ECR::Repository - 2'

  test('without a recorder', async () => {
    config.on(DescribeConfigurationRecordersCommand).resolves({ConfigurationRecorders: []})
    expect(outline(await read([repositories]))).toEqual([notRecorded])
  })

  test('with the recorder off', async () => {
    record({allSupported: true}, false)
    expect(outline(await read([repositories]))).toEqual([notRecorded])
    expect(config.commandCalls(SelectResourceConfigCommand)).toHaveLength(0)
  })

  test.each<[string, RecordingGroup]>([
    ['left out of a list', {allSupported: false, resourceTypes: ['AWS::EKS::Cluster']}],
    [
      'excluded',
      {
        recordingStrategy: {useOnly: 'EXCLUSION_BY_RESOURCE_TYPES'},
        exclusionByResourceTypes: {resourceTypes: ['AWS::ECR::Repository']},
      },
    ],
  ])('%s', async (_, recordingGroup) => {
    record(recordingGroup)
    config.on(SelectResourceConfigCommand).resolves({Results: []})
    expect(outline(await read([repositories, clusters]))).toEqual([notRecorded, 'scope AWS::EKS::Cluster'])
  })

  test('since Config does not know it', async () => {
    const groups = wanted('AWS::Logs::LogGroup', ['/aws/lambda/ranker'])
    expect(outline(await read([groups]))).toEqual(['gap unsupported-type AWS::Logs::LogGroup - 1'])
  })

  test('as long as nobody may say whether it is', async () => {
    config.on(DescribeConfigurationRecordersCommand).rejects(awsError('AccessDeniedException'))
    expect(outline(await read([repositories]))).toEqual([
      'gap denied AWS::ECR::Repository config:DescribeConfigurationRecorders 2',
    ])
  })
})

describe('a global type', () => {
  const roles = wanted('AWS::IAM::Role')

  test('is read once, from the first region that records it', async () => {
    config.on(DescribeConfigurationRecordersCommand).callsFake(recordOnlyIn('eu-west-1'))
    config.on(SelectResourceConfigCommand).resolves({Results: []})
    const events = await read([roles], globalRegion, ['eu-central-1', 'eu-west-1', 'us-west-2'])
    expect(events).toMatchObject([{kind: 'scope', scope: {location: {region: globalRegion}}}])
    const [query] = config.commandCalls(SelectResourceConfigCommand)
    expect(await query?.thisValue.config.region()).toBe('eu-west-1')
  })

  test('of IAM is not looked for in a region where Config cannot record it, though the recorder says so', async () => {
    record({allSupported: true, includeGlobalResourceTypes: true})
    config.on(SelectResourceConfigCommand).resolves({Results: []})
    await read([roles], globalRegion, ['eu-central-2'])
    const [query] = config.commandCalls(SelectResourceConfigCommand)
    expect(await query?.thisValue.config.region()).toBe('us-east-1')
  })

  test.each(['AWS::Route53::HostedZone', 'AWS::IAM::SAMLProvider'])('%s is kept in the home region', async (type) => {
    config.on(SelectResourceConfigCommand).resolves({Results: []})
    await read([wanted(type)], globalRegion, ['eu-central-1'])
    const [query] = config.commandCalls(SelectResourceConfigCommand)
    expect(await query?.thisValue.config.region()).toBe('us-east-1')
  })

  test('of IAM is left out of "all supported" unless asked for', async () => {
    expect(outline(await read([wanted('AWS::IAM::Role')], globalRegion, ['eu-central-1']))).toEqual([
      'gap not-recorded AWS::IAM::Role - 0',
    ])
  })
})
