import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import {recordsAt, textAt} from '../../../src/live/projectors/document.ts'
import {projectors} from '../../../src/live/projectors/index.ts'
import type {JsonRecord} from '../../../src/live/projectors/projector.ts'
import type {Finding} from '../../../src/model/finding.ts'
import type {DeclaredResource} from '../../../src/model/declared.ts'
import type {LiveObject} from '../../../src/model/live.ts'
import {isRecord, type Json, type ValueRecord} from '../../../src/model/value.ts'
import {catalog, check} from '../../catalog/check-fixture.ts'
import {scopesOf, type TypeFixture} from '../../catalog/type-fixtures.ts'

/** Where the objects are in an answer, and which member is their identifier. */
const answers: Readonly<Record<string, {type: string; of: (answer: JsonRecord) => readonly JsonRecord[]; id: string}>> =
  {
    'apigateway.GetApis': {type: 'AWS::ApiGatewayV2::Api', of: (answer) => recordsAt(answer, 'items'), id: 'apiId'},
    'autoscaling.DescribeAutoScalingGroups': {
      type: 'AWS::AutoScaling::AutoScalingGroup',
      of: (answer) => recordsAt(answer, 'autoScalingGroups'),
      id: 'autoScalingGroupName',
    },
    'cloudtrail.DescribeTrails': {
      type: 'AWS::CloudTrail::Trail',
      of: (answer) => recordsAt(answer, 'trailList'),
      id: 'name',
    },
    'ec2.DescribeInstances': {
      type: 'AWS::EC2::Instance',
      of: (answer) => recordsAt(answer, 'reservations').flatMap((each) => recordsAt(each, 'instances')),
      id: 'instanceId',
    },
    'ec2.DescribeSecurityGroups': {
      type: 'AWS::EC2::SecurityGroup',
      of: (answer) => recordsAt(answer, 'securityGroups'),
      id: 'groupId',
    },
    'ec2.DescribeVolumes': {type: 'AWS::EC2::Volume', of: (answer) => recordsAt(answer, 'volumes'), id: 'volumeId'},
    'elasticfilesystem.DescribeFileSystems': {
      type: 'AWS::EFS::FileSystem',
      of: (answer) => recordsAt(answer, 'fileSystems'),
      id: 'fileSystemId',
    },
    'lambda.ListFunctions': {
      type: 'AWS::Lambda::Function',
      of: (answer) => recordsAt(answer, 'functions'),
      id: 'functionName',
    },
    'monitoring.DescribeAlarmsForMetric': {
      type: 'AWS::CloudWatch::Alarm',
      of: (answer) => recordsAt(answer, 'metricAlarms'),
      id: 'alarmName',
    },
    'ec2.DescribeVpcs': {type: 'AWS::EC2::VPC', of: (answer) => recordsAt(answer, 'vpcs'), id: 'vpcId'},
  }

/**
 * Where the two disagree on a declared resource. A recording holds what its test asked for, often one page of one region: what is not
 * in it may well exist, so nothing can be called missing.
 */
export function disagreements(pair: TypeFixture): readonly Finding[] {
  return check(pair).findings.filter(({code, subject}) => code !== 'missing' && subject.address !== undefined)
}

/** What the provider wrote, beside what the service answered in the same run, wherever a projector can read the answer. */
export function recordedPairs(folder: string): readonly TypeFixture[] {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'placebo')))
  return names.map((name) => recordingOf(folder, name)).filter(({objects}) => objects.length > 0)
}

function recordingOf(folder: string, name: string): TypeFixture {
  const text = readFileSync(join(folder, name, 'tf_resources.json'), 'utf8')
  const region = /arn:aws:[a-z0-9-]+:([a-z]+-[a-z]+-\d):/.exec(text)?.[1] ?? 'us-east-1'
  const objects = firstAnswers(folder, name).flatMap(([action, answer]) => objectsOf(action, answer, region))
  return {name, resources: resourcesOf(JSON.parse(text) as JsonRecord), objects, scopes: scopesOf(objects)}
}

/** Files numbered `_1`: later ones may show what the recorded test changed. */
function firstAnswers(folder: string, name: string): readonly (readonly [string, JsonRecord])[] {
  const flights = readdirSync(join(folder, name, 'placebo'))
  return flights.flatMap((flight) =>
    readdirSync(join(folder, name, 'placebo', flight))
      .filter((file) => file.endsWith('_1.json') && answers[file.slice(0, -'_1.json'.length)])
      .map((file) => {
        const {data} = JSON.parse(readFileSync(join(folder, name, 'placebo', flight, file), 'utf8')) as {data: Json}
        return [file.slice(0, -'_1.json'.length), lowered(data) as JsonRecord] as const
      }),
  )
}

function objectsOf(action: string, answer: JsonRecord, region: string): readonly LiveObject[] {
  const shape = answers[action]
  const projector = shape && projectors[shape.type]
  if (!shape || !projector) return []
  const location = {partition: 'aws', account: '644160558196', region}
  return shape.of(answer).map((configuration) => {
    const projected = projector.project({
      resourceId: textAt(configuration, shape.id) ?? '',
      configuration,
      supplementary: {},
    })
    return {type: shape.type, location, reader: 'config', ...projected}
  })
}

function resourcesOf({resources}: JsonRecord): readonly DeclaredResource[] {
  const types = Object.entries(isRecord(resources) ? resources : {}).filter(([type]) => catalog.entry(type))
  return types.flatMap(([type, byName]) =>
    Object.entries(byName as ValueRecord).map(([name, attributes]) => resource(type, name, attributes as ValueRecord)),
  )
}

function resource(type: string, name: string, attributes: ValueRecord): DeclaredResource {
  return {
    origin: 'recorded',
    address: `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    provider: {text: 'provider["registry.terraform.io/hashicorp/aws"]'},
    tainted: false,
    attributes,
    source: {file: 'tf_resources.json'},
  }
}

/** The SDK's names with their first letter lower-cased, as AWS Config has them. */
function lowered(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => lowered(item))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.charAt(0).toLowerCase() + key.slice(1), lowered(item)]),
  )
}
