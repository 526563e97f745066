import {describe, expect, it} from 'vitest'

import {dbInstanceParts} from '../../src/catalog/db-instance-parts.ts'
import type {DeclaredResource} from '../../src/model/declared.ts'
import type {ValueRecord} from '../../src/model/value.ts'

describe('what an instance declares', () => {
  it.each([
    ['postgres', '16.3', '16'],
    ['mysql', '8.0.39', '8.0'],
    ['mariadb', '10.11.8', '10.11'],
    ['oracle-ee', '19.0.0.0.ru-2025-10.rur-2025-10.r1', '19'],
    ['sqlserver-se', '15.00.4410.1.v1', '15.00'],
    ['postgres', '16', '16'],
  ])('of the version of %s %s, with automatic upgrades, is %s', (engine, version, major) => {
    expect(valueAt('EngineVersion', {engine, engine_version: version, auto_minor_version_upgrade: true})).toBe(major)
    expect(valueAt('EngineVersion', {engine, engine_version: version, auto_minor_version_upgrade: false})).toBe(version)
  })

  it('is no zone where a failover may change it', () => {
    expect(valueAt('AvailabilityZone', {availability_zone: 'eu-west-1a', multi_az: false})).toBe('eu-west-1a')
    expect(valueAt('AvailabilityZone', {availability_zone: 'eu-west-1a', multi_az: true})).toBeUndefined()
  })

  it('is a lower bound of storage where RDS may raise it', () => {
    const growing = partAt('AllocatedStorage', {allocated_storage: 20, max_allocated_storage: 100})
    const fixed = partAt('AllocatedStorage', {allocated_storage: 20, max_allocated_storage: 0})
    expect([growing?.as, fixed?.as]).toEqual(['atLeast', undefined])
  })

  it('is one database name, by its attribute of the time', () => {
    expect(partAt('DBName', {name: 'orders'})?.attribute).toBe('name')
    expect(partAt('DBName', {name: 'orders', db_name: 'orders'})?.attribute).toBe('db_name')
  })
})

function valueAt(path: string, attributes: ValueRecord) {
  return partAt(path, attributes)?.value
}

function partAt(path: string, attributes: ValueRecord) {
  const resource: DeclaredResource = {
    origin: 'recorded',
    address: 'aws_db_instance.orders',
    mode: 'managed',
    type: 'aws_db_instance',
    name: 'orders',
    provider: {text: 'provider.aws'},
    tainted: false,
    attributes,
    source: {file: 'terraform.tfstate'},
  }
  const [projection] = dbInstanceParts(resource, {id: 'orders', location: {}})
  return projection?.properties?.find((property) => property.path === path)
}
