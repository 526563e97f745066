import {describe, expect, test} from 'vitest'

import type {LiveObject, ReadScope} from '../../src/model/live.ts'
import type {ValueRecord} from '../../src/model/value.ts'
import {catalog, check, line} from '../catalog/check-fixture.ts'
import {loadFixture, scopesOf} from '../catalog/type-fixtures.ts'

await catalog.want('aws_athena_named_query')
await catalog.want('aws_appsync_datasource')
await catalog.want('aws_sqs_queue')

const queue = await loadFixture('aws_sqs_queue')
const location = {partition: 'aws', account: '123456789012', region: 'eu-central-1'}

const query = {id: 'q-1', name: 'daily', database: 'sales', description: null, query: 'SELECT 1', workgroup: 'primary'}
const shown = {NamedQueryId: 'q-1', Name: 'daily', Database: 'sales', QueryString: 'SELECT 1', WorkGroup: 'primary'}

describe('a property of a derived type that only creation sets', () => {
  test('is not compared where the live document lacks it', () => {
    const {QueryString: _, ...rest} = shown
    const {findings, attributes} = checkQuery(rest)
    expect(findings.map(line)).toEqual([])
    expect(attributes).toMatchObject({compared: 3, skipped: {'not-visible': 2}})
  })

  test('nor where it is null', () => {
    expect(checkQuery({...shown, QueryString: null}).findings.map(line)).toEqual([])
  })

  test.each(['SELECT 2', ''])('is compared where the document shows %j', (text) => {
    expect(checkQuery({...shown, QueryString: text}).findings).toMatchObject([
      {code: 'drifted', path: 'QueryString', before: 'SELECT 1', after: text},
    ])
  })

  test('is drift where a reader says that it would show it', () => {
    const {QueryString: _, ...rest} = shown
    const {findings} = checkQuery(rest, ['QueryString'])
    expect(findings).toMatchObject([{code: 'drifted', path: 'QueryString', before: 'SELECT 1'}])
  })
})

test('a property that updates can set is drift where it is gone', () => {
  const arn = 'arn:aws:appsync:eu-central-1:123456789012:apis/a1/datasources/orders'
  const attributes = {id: 'a1-orders', arn, api_id: 'a1', name: 'orders', type: 'NONE', description: 'Orders'}
  const {findings} = derived('aws_appsync_datasource', attributes, {
    type: 'AWS::AppSync::DataSource',
    id: arn,
    properties: {DataSourceArn: arn, Type: 'NONE'},
  })
  expect(findings).toMatchObject([{code: 'drifted', path: 'Description', before: 'Orders'}])
})

test('what a curated table compares is drift where it is gone, whoever sets it', () => {
  const [live] = queue.objects.filter(({properties}) => properties['FifoQueue'] !== undefined)
  if (!live) throw new Error('no queue of the fixture is first in, first out')
  expect(catalog.createOnly(live.type)).toContain('FifoQueue')
  const {FifoQueue: _, ...rest} = live.properties
  const {findings} = check(queue, new Map([[live, {...live, properties: rest}]]))
  expect(findings).toMatchObject([{code: 'drifted', path: 'FifoQueue', before: true}])
})

function checkQuery(properties: ValueRecord, sees: ReadScope['sees'] = '*'): ReturnType<typeof check> {
  return derived('aws_athena_named_query', query, {type: 'AWS::Athena::NamedQuery', id: 'q-1', properties}, sees)
}

function derived(
  type: string,
  attributes: ValueRecord,
  live: Pick<LiveObject, 'type' | 'id' | 'properties'>,
  sees: ReadScope['sees'] = '*',
): ReturnType<typeof check> {
  const [template] = queue.resources
  if (!template) throw new Error('the fixture has no resource')
  const objects: readonly LiveObject[] = [{...live, location, reader: 'cloud-control'}]
  const scopes = scopesOf(objects).map((scope) => ({...scope, sees}))
  return check({name: type, resources: [{...template, type, attributes, providerLocation: location}], objects, scopes})
}
