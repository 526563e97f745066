import {describe, expect, it} from 'vitest'

import {isWithin, keysOf, valueAt} from '../../src/model/path.ts'

const table = {
  KeySchema: [
    {AttributeName: 'pk', KeyType: 'HASH'},
    {AttributeName: 'sk', KeyType: 'RANGE'},
  ],
  Attributes: [{Key: 'idle_timeout.timeout_seconds', Value: '60'}],
  VpcConfig: {SubnetIds: ['subnet-1']},
}

describe('valueAt', () => {
  it.each([
    ['', table],
    ['VpcConfig.SubnetIds', ['subnet-1']],
    ['KeySchema[KeyType=RANGE].AttributeName', 'sk'],
    ['KeySchema[KeyType=HASH]', {AttributeName: 'pk', KeyType: 'HASH'}],
    ['Attributes[Key=idle_timeout.timeout_seconds].Value', '60'],
    ['KeySchema[KeyType=SORT].AttributeName', undefined],
    ['VpcConfig[Key=a].SubnetIds', undefined],
    ['VpcConfig.SecurityGroupIds', undefined],
    ['Missing.At.All', undefined],
  ])('%s', (path, value) => expect(valueAt(table, keysOf(path))).toEqual(value))
})

describe('isWithin', () => {
  it.each([
    ['VpcConfig.SubnetIds', 'VpcConfig', true],
    ['VpcConfig', 'VpcConfig', true],
    ['VpcConfig', 'VpcConfig.SubnetIds', false],
    ['VpcConfigured', 'VpcConfig', false],
    ['KeySchema[KeyType=HASH].AttributeName', 'KeySchema', true],
    ['KeySchema[KeyType=HASH].AttributeName', 'KeySchema[KeyType=RANGE]', false],
  ])('%s in %s: %s', (path, ancestor, within) => expect(isWithin(path, ancestor)).toBe(within))
})
