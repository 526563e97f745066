import {expect, test} from 'vitest'

import {entry} from '../../src/catalog/aws_dynamodb_table.ts'
import {Unknown, type Value} from '../../src/model/value.ts'

const target = {id: 'jobs', location: {account: '111122223333', region: 'eu-central-1'}}
const unknown = new Unknown('var.ttl')

test.each<readonly [what: string, enabled: Value, value: Value]>([
  ['on', true, 'expires'],
  ['off', false, null],
  ['off, as old providers write it', 'false', null],
  ['not known', unknown, unknown],
])('the attribute of a time to live that is %s', (_, enabled, value) => {
  const resource = {attributes: {ttl: [{attribute_name: 'expires', enabled}]}} as never
  expect(entry.project(resource, target)).toMatchObject([
    {properties: [{path: 'TimeToLiveSpecification.AttributeName', value, attribute: 'ttl.attribute_name'}]},
  ])
})
