import {describe, expect, it} from 'vitest'

import type {ValueRecord} from '../../src/model/value.ts'
import {check} from '../catalog/check-fixture.ts'
import {findingsAfter} from '../catalog/changed-fixture.ts'
import {loadFixture, type TypeFixture} from '../catalog/type-fixtures.ts'

const place = 'arn:aws:ecs:eu-central-1:123456789012'
const idOf = (name: string) => `${place}:service/shop/${name}|${place}:cluster/shop`
const services = await loadFixture('aws_ecs_service')
const targets = await loadFixture('aws_appautoscaling_target')
const tables = await loadFixture('aws_dynamodb_table')
const environments = await loadFixture('aws_batch_compute_environment')

const count = (DesiredCount: number) => (properties: ValueRecord) => ({...properties, DesiredCount})
const deployed = (revision: string) => (properties: ValueRecord) => ({
  ...properties,
  TaskDefinition: `${place}:task-definition/${revision}`,
})

describe('a number of tasks', () => {
  const all = together(services, targets)

  it.each([
    [10, 'controlled'],
    [11, 'drifted'],
    [1, 'drifted'],
  ])('of %i, where autoscaling may choose from 2 to 10, is %s', (tasks, code) => {
    expect(findingsAfter(all, idOf('web'), count(tasks))).toEqual([`${code} aws_ecs_service.web DesiredCount`])
  })

  it('is drift where nothing scales the service', () => {
    expect(findingsAfter(services, idOf('web'), count(10))).toEqual(['drifted aws_ecs_service.web DesiredCount'])
    expect(findingsAfter(all, idOf('orders'), count(10))).toEqual(['drifted aws_ecs_service.orders DesiredCount'])
  })

  it('is judged by the declared band where the live one was not looked at', () => {
    const declaredOnly = {...targets, objects: [], scopes: []}
    expect(findingsAfter(together(services, declaredOnly), idOf('web'), count(7))).toEqual([
      'controlled aws_ecs_service.web DesiredCount',
    ])
  })

  it('is drift where the band is that of a service in another region', () => {
    const objects = targets.objects.map((object) => ({...object, location: {...object.location, region: 'eu-west-1'}}))
    const elsewhere = {resources: [], objects, scopes: [], name: 'elsewhere'}
    const codes = findingsAfter(together(services, elsewhere), idOf('web'), count(7))
    expect(codes).toContain('drifted aws_ecs_service.web DesiredCount')
  })
})

describe('a deployment', () => {
  it('of another revision is controlled, of another task definition drift', () => {
    const path = 'aws_ecs_service.web TaskDefinition'
    expect(findingsAfter(services, idOf('web'), deployed('shop:15'))).toEqual([`controlled ${path}`])
    expect(findingsAfter(services, idOf('web'), deployed('miner:1'))).toEqual([`drifted ${path}`])
  })

  it('swaps target groups where CodeDeploy does it', () => {
    const LoadBalancers = [{ContainerName: 'payments', ContainerPort: 8080, TargetGroupArn: 'arn:green'}]
    const swapped = (properties: ValueRecord) => ({...properties, LoadBalancers})
    expect(findingsAfter(services, idOf('payments'), swapped)).toEqual([
      'controlled aws_ecs_service.payments LoadBalancers',
    ])
    expect(findingsAfter(services, idOf('web'), swapped)[0]).toMatch(/^drifted /)
  })
})

it('a table inside its band is controlled', () => {
  const [table] = tables.objects.filter(({properties}) => 'ProvisionedThroughput' in properties)
  const target = {
    ...targets.objects[0]!,
    id: `table/${table?.id}|dynamodb:table:ReadCapacityUnits|dynamodb`,
    location: table!.location,
    properties: {MinCapacity: 1, MaxCapacity: 4000},
  }
  const all = {...tables, objects: [...tables.objects, target]}
  const throughput = table?.properties['ProvisionedThroughput'] as ValueRecord
  const changed = {...throughput, ReadCapacityUnits: Number(throughput['ReadCapacityUnits'] ?? 0) + 7}
  const {findings} = check(
    all,
    new Map([[table!, {...table!, properties: {...table!.properties, ProvisionedThroughput: changed}}]]),
  )
  const found = findings.filter(({code}) => code !== 'unmanaged')
  expect(found).toMatchObject([{code: 'controlled', severity: 'info', controlledBy: 'Application Auto Scaling'}])
})

it.each([
  [100, 'controlled'],
  [4, 'drifted'],
])('%i vCPUs of a Batch environment that may have 8 to 192 are %s', (vcpus, code) => {
  const id = 'arn:aws:batch:eu-central-1:123456789012:compute-environment/gpu'
  const scaled = (properties: ValueRecord) => ({
    ...properties,
    ComputeResources: {...(properties['ComputeResources'] as ValueRecord), DesiredvCpus: vcpus},
  })
  expect(findingsAfter(environments, id, scaled)).toEqual([
    `${code} aws_batch_compute_environment.gpu ComputeResources.DesiredvCpus`,
  ])
})

function together(a: TypeFixture, b: TypeFixture): TypeFixture {
  return {
    name: a.name,
    resources: [...a.resources, ...b.resources],
    objects: [...a.objects, ...b.objects],
    scopes: [...a.scopes, ...b.scopes],
  }
}
