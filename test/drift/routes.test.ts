import {describe, expect, test} from 'vitest'

import type {LiveObject} from '../../src/model/live.ts'
import type {Value} from '../../src/model/value.ts'
import {check} from '../catalog/check-fixture.ts'
import {loadFixture} from '../catalog/type-fixtures.ts'

const tables = await loadFixture('aws_route_table')
const [inline, separate, main] = ['rtb-0a10b20c30d40e50f', 'rtb-0b10b20c30d40e50f', 'rtb-0c10b20c30d40e50f'] as const
const nat = 'nat-0c1b2c3d4e5f60718'

/** The findings of a table of which one list is another one. */
function changed(id: string, path: string, change: (list: readonly Value[]) => readonly Value[]) {
  const table = tables.objects.find((object) => object.id === id) as LiveObject
  const list = (table.properties[path] ?? []) as readonly Value[]
  const properties = {...table.properties, [path]: change(list)}
  return check(tables, new Map([[table, {...table, properties}]])).findings
}

describe('a route that nobody declared', () => {
  const route = {DestinationCidrBlock: '10.99.0.0/16', Target: nat}

  test('drifts where the table declares its routes', () => {
    expect(changed(inline, 'Routes', (routes) => [...routes, route])).toMatchObject([
      {code: 'drifted-undeclared', path: 'Routes', severity: 'medium', after: route},
    ])
  })

  test('drifts where an adopted table has none', () => {
    expect(changed(main, 'Routes', () => [route])).toMatchObject([{code: 'drifted-undeclared', after: route}])
  })

  test('is an unmanaged child where routes are resources of their own', () => {
    expect(changed(separate, 'Routes', (routes) => [...routes, route])).toMatchObject([
      {code: 'unmanaged-child', path: 'Routes', after: route},
    ])
  })
})

describe('a route that is declared', () => {
  test.each([
    [inline, 'igw-0a1b2c3d4e5f60718'],
    [separate, 'nat-0a1b2c3d4e5f60718'],
  ])('in %s and leads elsewhere is one finding, which names the destination', (id, before) => {
    expect(changed(id, 'Routes', (routes) => routes.map(toNat))).toMatchObject([
      {code: 'drifted', path: 'Routes[DestinationCidrBlock=0.0.0.0/0].Target', severity: 'high', before, after: nat},
    ])
  })

  test('and gone is missing where it is a resource', () => {
    expect(changed(separate, 'Routes', ([, ...others]) => others)).toMatchObject([
      {code: 'missing', subject: {address: 'aws_route.nat'}},
    ])
  })
})

describe('a subnet', () => {
  test('that left the table misses its association', () => {
    expect(changed(inline, 'SubnetIds', ([, ...others]) => others)).toMatchObject([
      {code: 'missing', subject: {address: 'aws_route_table_association.public[0]'}},
    ])
  })

  test('that came to the table is an unmanaged child', () => {
    expect(changed(inline, 'SubnetIds', (ids) => [...ids, 'subnet-0e2c3d4e5f6071829'])).toMatchObject([
      {code: 'unmanaged-child', path: 'SubnetIds', after: 'subnet-0e2c3d4e5f6071829'},
    ])
  })
})

test('another main table is a missing association', () => {
  expect(changed(main, 'MainOfVpc', () => [])).toMatchObject([
    {code: 'missing', subject: {address: 'aws_main_route_table_association.main'}},
  ])
})

function toNat(route: Value): Value {
  const {DestinationCidrBlock: block} = route as {readonly [member: string]: Value}
  return block === '0.0.0.0/0' ? {DestinationCidrBlock: block, Target: nat} : route
}
