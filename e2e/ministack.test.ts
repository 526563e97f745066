import {
  CloudControlClient,
  CreateResourceCommand,
  DeleteResourceCommand,
  UpdateResourceCommand,
} from '@aws-sdk/client-cloudcontrol'
import {beforeAll, describe, expect, test} from 'vitest'

import {anyKey, declared, hiding, region, scan, type Resource} from './scan.ts'

const url = process.env['MINISTACK_URL'] ?? 'http://127.0.0.1:9'
const client = new CloudControlClient({endpoint: url, region, credentials: anyKey})
const account = '000000000000'
const tags = {Team: 'data'}

/** What is declared of an object, in CloudFormation's words and in Terraform's. */
const objects: readonly {
  readonly type: string
  readonly id: string
  readonly model: object
  readonly resource: Resource
}[] = [
  {
    type: 'AWS::Kinesis::Stream',
    id: 'clicks',
    model: {
      Name: 'clicks',
      Arn: `arn:aws:kinesis:${region}:${account}:stream/clicks`,
      ShardCount: 2,
      RetentionPeriodHours: 48,
      StreamModeDetails: {StreamMode: 'PROVISIONED'},
      Tags: [{Key: 'Team', Value: 'data'}],
    },
    resource: {
      type: 'aws_kinesis_stream',
      name: 'clicks',
      attributes: {
        id: `arn:aws:kinesis:${region}:${account}:stream/clicks`,
        arn: `arn:aws:kinesis:${region}:${account}:stream/clicks`,
        name: 'clicks',
        shard_count: 2,
        retention_period: 48,
        encryption_type: 'NONE',
        stream_mode_details: [{stream_mode: 'PROVISIONED'}],
        tags,
        tags_all: tags,
      },
    },
  },
  {
    type: 'AWS::SSM::Parameter',
    id: 'stage',
    model: {Name: 'stage', Type: 'String', Value: 'production', DataType: 'text', Tier: 'Standard'},
    resource: {
      type: 'aws_ssm_parameter',
      name: 'stage',
      attributes: {
        id: 'stage',
        arn: `arn:aws:ssm:${region}:${account}:parameter/stage`,
        name: 'stage',
        type: 'String',
        data_type: 'text',
        tier: 'Standard',
        insecure_value: null,
        value: 'production',
        tags: null,
        tags_all: {},
      },
    },
  },
]

const resources = objects.map(({resource}) => resource)

beforeAll(async () => {
  for (const {type, model} of objects) {
    await client.send(new CreateResourceCommand({TypeName: type, DesiredState: JSON.stringify(model)}))
  }
})

describe('objects that ministack keeps, read by Cloud Control', () => {
  test('agree with a state that says the same', async () => {
    const report = await scan(resources, 'cloud-control', {url})
    expect(declared(report)).toEqual([])
    expect(hiding(report)).toEqual([])
    expect(report.coverage.resources.compared).toBe(resources.length)
  })

  test('that somebody changes yield exactly one finding', async () => {
    const patch = JSON.stringify([{op: 'replace', path: '/RetentionPeriodHours', value: 24}])
    await client.send(
      new UpdateResourceCommand({TypeName: 'AWS::Kinesis::Stream', Identifier: 'clicks', PatchDocument: patch}),
    )
    const report = await scan(resources, 'cloud-control', {url})
    expect(declared(report)).toEqual(['drifted aws_kinesis_stream.clicks RetentionPeriodHours'])
  })

  test('that somebody deletes are missing', async () => {
    await client.send(new DeleteResourceCommand({TypeName: 'AWS::SSM::Parameter', Identifier: 'stage'}))
    const report = await scan(resources, 'cloud-control', {url})
    expect(declared(report)).toContain('missing aws_ssm_parameter.stage')
  })
})
