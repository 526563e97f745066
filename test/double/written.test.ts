import {describe, expect, test} from 'vitest'

import {columns} from '../../src/live/config/query.ts'
import {apis} from './apis/index.ts'
import {rowOf} from './apis/row.ts'
import {mappingOf} from './apis/tagging.ts'
import {commonest, scenarioOf} from './scenario.ts'
import {writeJson} from './wire/shapes.ts'
import {schemaOf} from './wire/shaped.ts'
import {Written} from './wire/written.ts'

const regions = ['us-east-1', 'eu-central-1']
const {world, places} = await scenarioOf({
  ...commonest,
  seed: 7,
  accounts: 2,
  regions,
  perPlace: 60,
  drifted: 0.3,
  missing: 0.1,
  equipment: [{aggregated: true}],
})
const {management: account, partition} = world

const objects = places.flatMap((place) => {
  const population = world.population(place.account, place.region)
  return population.types.flatMap((type) =>
    Array.from({length: population.count(type)}, (_, index) => population.at(type, index)),
  )
})

describe('what is written without making an object says what the object says', () => {
  test.each([
    ['of what a scan asks for', columns],
    ['whole', ['*']],
  ] as const)('the row of a query, %s', (_, asked) => {
    const kept = objects.flatMap((object) => (object.item ? [{item: object.item, object}] : []))
    expect(kept.length).toBeGreaterThan(100)
    expect(kept.map(({object}) => object.row(asked))).toEqual(kept.map(({item}) => rowOf(item, asked)))
    expect(objects.find(({item}) => !item)?.row(asked)).toBeUndefined()
  })

  test('a mapping of the Tagging API', () => {
    const mappings = objects.map(({arn, tags}) => (arn === undefined ? undefined : mappingOf(arn, tags)))
    expect(mappings.filter((mapping) => mapping).length).toBeGreaterThan(100)
    expect(objects.map(({mapping}) => mapping)).toEqual(mappings)
  })
})

describe('an answer that is written by hand is what the serializer of the SDK writes', () => {
  const Expression = `SELECT resourceId, tags WHERE resourceType IN ('AWS::SQS::Queue', 'AWS::EC2::Subnet')`
  const aggregated = `${Expression} AND accountId IN ('${account}') AND awsRegion IN ('us-east-1')`
  const organisation = {ConfigurationAggregatorName: 'organisation'}
  test.each([
    ['tagging', 'GetResources', {ResourcesPerPage: 20}],
    ['tagging', 'GetResources', {ResourcesPerPage: 1000}],
    ['config', 'SelectResourceConfig', {Expression, Limit: 2}],
    ['config', 'SelectResourceConfig', {Expression, Limit: 100}],
    ['config', 'SelectResourceConfig', {Expression: `SELECT * WHERE resourceType = 'AWS::Of::None'`}],
    ['config', 'SelectAggregateResourceConfig', {...organisation, Expression: aggregated, Limit: 2}],
  ])('%s:%s %o', async (service, operation, input) => {
    const context = {account, partition, arn: '', region: 'us-east-1', world, sessionSeconds: 3600}
    const output = await apis[`${service}:${operation}`]?.(input, context)
    expect(output).toBeInstanceOf(Written)
    const {json} = output as Written
    expect(json).toBe(writeJson(await schemaOf(service, operation), JSON.parse(json) as object))
  })
})
