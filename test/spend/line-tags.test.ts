import {expect, test} from 'vitest'

import {LineTags} from '../../src/spend/untagged/line-tags.ts'

/** What a bill's text of tags says of the key CostCenter. */
test.each([
  ['CSV', {'user:CostCenter': '42'}, {is: 'value', value: '42'}],
  ['Parquet', {user_cost_center: '42'}, {is: 'value', value: '42'}],
  ['Parquet, lower-cased', {user_costcenter: '42'}, {is: 'value', value: '42'}],
  ['the map of CUR 2.0, as the console names keys', {'user:CostCenter': '42'}, {is: 'value', value: '42'}],
  ['the map of CUR 2.0, as Athena does', {user_CostCenter: '42'}, {is: 'value', value: '42'}],
  ['the column tags', {'resourceTag/CostCenter': '42'}, {is: 'value', value: '42'}],
  ['FOCUS', {CostCenter: '42'}, {is: 'value', value: '42'}],
  ['another case', {'user:costcenter': '42'}, {is: 'variant', key: 'costcenter'}],
  ['other punctuation', {'cost-center': '42'}, {is: 'variant', key: 'cost-center'}],
  ['a tag of the account', {'accountTag/CostCenter': '42'}, {is: 'absent'}],
  ['a tag of AWS', {'aws:CostCenter': '42'}, {is: 'absent'}],
  ['an empty column', {'user:CostCenter': null}, {is: 'absent'}],
  ['an empty value', {CostCenter: ''}, {is: 'value', value: ''}],
  ['several columns', [{user_team: 'a'}, null, {'resourceTag/CostCenter': '42'}], {is: 'value', value: '42'}],
  ['nothing', {}, {is: 'absent'}],
] as const)('%s', (_, tags, expected) => {
  expect(new LineTags(JSON.stringify(tags)).find('CostCenter')).toEqual(expected)
})

test('a column that is there without a value is a key of the bill', () => {
  expect(new LineTags('{"user:Owner":null}').has('Owner')).toBe(true)
  expect(new LineTags('{}').has('Owner')).toBe(false)
})

test('a bill without a column of tags says nothing', () => {
  expect(new LineTags('?').known).toBe(false)
  expect(new LineTags('').known).toBe(true)
})

test('text that is no JSON is no tag', () => {
  expect(new LineTags('{"Owner": ').find('Owner')).toEqual({is: 'absent'})
})
