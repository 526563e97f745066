import {ApiGatewayV2Client, CreateApiCommand} from '@aws-sdk/client-apigatewayv2'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import type {ReportJson} from '../src/report/schema.ts'
import {startFront, type Front} from './front.ts'
import {moto, settings} from './moto.ts'
import {apiDeployment} from './objects/apigateway.ts'
import {codeBuildProject} from './objects/codebuild.ts'
import {userPool, userPoolClient} from './objects/cognito.ts'
import {ec2Fleet, spotFleet} from './objects/fleets.ts'
import {fsxFileSystem} from './objects/fsx.ts'
import {glueDatabase, glueJob} from './objects/glue.ts'
import {account, type Made, type Maker} from './objects/made.ts'
import {scalableTarget, scalingPolicy} from './objects/scaling.ts'
import {declared, hiding, region, scan, type Resource} from './scan.ts'
import unanswered from './unanswered.json' with {type: 'json'}

const makers: readonly Maker[] = [
  apiDeployment,
  codeBuildProject,
  ec2Fleet,
  fsxFileSystem,
  glueDatabase,
  glueJob,
  scalableTarget,
  scalingPolicy,
  spotFleet,
  userPool,
  userPoolClient,
]

let front: Front
let own: readonly Made[]
let strays: readonly Made[]

async function scanned(resources: readonly Resource[], types: readonly string[]): Promise<ReportJson> {
  return scan(resources, 'service', {url: front.url, flags: types.flatMap((type) => ['--only', type])})
}

async function scannedOwn(): Promise<ReportJson> {
  return scanned(
    own.map(({resource}) => resource),
    makers.map(({type}) => type),
  )
}

function unmanaged({findings}: ReportJson): readonly string[] {
  return findings.flatMap(({code, id}) => (code === 'unmanaged' && id !== undefined ? [id] : []))
}

beforeAll(async () => {
  front = await startFront(moto)
  own = await Promise.all(makers.map(async ({make}, index) => make(`own-${index}`)))
  strays = await Promise.all(makers.map(async ({make}, index) => make(`stray-${index}`)))
})
afterAll(async () => front[Symbol.asyncDispose]())

describe('objects of other services, read by the APIs of these', () => {
  test('agree with a state that says the same, and those that nobody declares are found', async () => {
    const report = await scannedOwn()
    expect(declared(report)).toEqual([])
    expect(hiding(report)).toEqual([])
    expect(report.coverage.resources.compared).toBe(makers.length)
    expect(unmanaged(report)).toEqual(expect.arrayContaining(strays.map(({id}) => id)))
    expect(unmanaged(report).filter((id) => own.some((made) => made.id === id))).toEqual([])
    expect([...front.unanswered].filter((operation) => !unanswered.moto.includes(operation))).toEqual([])
  })

  test('that somebody changes yield exactly one finding each', async () => {
    await Promise.all(own.map(async ({change}) => change?.()))
    const told = own.flatMap(({resource: {type, name}, finding}) => {
      const [code, path] = finding?.split(' ') ?? []
      return code === undefined ? [] : [`${code} ${type}.${name} ${path ?? ''}`.trim()]
    })
    expect(declared(await scannedOwn()).toSorted()).toEqual(told.toSorted())
  })

  test('whose APIs moto does not have are gaps, and not missing', async () => {
    await new ApiGatewayV2Client(settings).send(new CreateApiCommand({Name: 'orders', ProtocolType: 'HTTP'}))
    const arn = `arn:aws:lambda:${region}:${account}:layer:features:1`
    const layer = {
      type: 'aws_lambda_layer_version',
      name: 'features',
      attributes: {id: arn, arn, layer_name: 'features', version: '1'},
    }
    const report = await scanned([layer], ['AWS::ApiGatewayV2::Deployment', 'AWS::Lambda::LayerVersion'])
    expect(declared(report)).toEqual([])
    expect(hiding(report)).toEqual(['failed aws_lambda_layer_version lambda:GetLayerVersion'])
    const failed = report.gaps.filter(({reason}) => reason === 'failed').map(({type}) => type)
    expect(failed).toContain('AWS::ApiGatewayV2::Deployment')
    expect([...front.unanswered].toSorted()).toEqual(['apigateway:GetDeployments', 'lambda:GetLayerVersionByArn'])
    expect(unanswered.moto).toEqual(expect.arrayContaining([...front.unanswered]))
  })
})
