import {expect, test} from 'vitest'

import type {Projection} from '../../src/spend/charges/charge-line.ts'
import {type NoBill, projectionOf} from '../../src/spend/charges/project.ts'

function project(...names: readonly string[]): Projection | NoBill {
  return projectionOf(names.map((name) => ({name, type: 'VARCHAR', sql: `"${name}"`})))
}

function missing(projection: Projection | NoBill): Readonly<Record<string, readonly string[]>> {
  return typeof projection === 'string' ? {} : Object.fromEntries(projection.missing)
}

test.each([
  [['lineItem/UnblendedCost', 'lineItem/UsageType'], 'cur'],
  [['line_item_unblended_cost', 'product_product_name'], 'cur'],
  [['line_item_unblended_cost', 'resource_tags_user_owner'], 'cur'],
  [['line_item_unblended_cost', 'resource_tags', 'product'], 'cur-2'],
  [['BilledCost', 'ChargeCategory', 'ProviderName'], 'focus'],
  [['billedcost', 'chargecategory', 'ServiceProviderName'], 'focus'],
])('columns tell the format: %j', (names, format) => {
  expect(project(...names)).toMatchObject({format})
})

test.each([
  [['BilledCost', 'ChargeType'], 'focus-preview'],
  [['customer', 'units'], 'not-a-bill'],
  [[], 'not-a-bill'],
])('and what is none: %j', (names, reason) => {
  expect(project(...names)).toBe(reason)
})

test('what a bill of chosen columns lacks is told by name', () => {
  expect(missing(project('line_item_unblended_cost', 'line_item_line_item_type', 'product'))).toMatchObject({
    usage_type: ['line_item_usage_type'],
    resource_id: ['line_item_resource_id'],
    tags: ['resource_tags'],
    net_amortised: ['line_item_net_unblended_cost'],
  })
})

test('a legacy report without columns of tags has no activated key, which is known', () => {
  expect(missing(project('lineItem/UnblendedCost'))).not.toHaveProperty('tags')
})

test('FOCUS 1.4 lacks nothing for its new names', () => {
  const names =
    'BilledCost EffectiveCost BillingCurrency ChargeCategory ChargePeriodStart ServiceProviderName SubAccountId'
  const more = 'ResourceId ServiceName Tags ConsumedQuantity x_UsageType'
  expect(missing(project(...names.split(' '), ...more.split(' ')))).toEqual({})
})
