import {inspect} from 'node:util'

import {describe, expect, test} from 'vitest'

import {formatAddress} from '../../src/model/address.ts'
import {Sensitive} from '../../src/model/value.ts'

describe('a sensitive value', () => {
  test.each([
    ['JSON', (secret: Sensitive) => JSON.stringify({password: secret})],
    ['text', (secret: Sensitive) => String(secret)],
    ['inspection', (secret: Sensitive) => inspect({secret}, {depth: 9, showHidden: true})],
  ])('does not leak through %s', (_, write) => {
    expect(write(Sensitive.of('hunter2'))).not.toContain('hunter2')
  })
})

test('addresses print as Terraform prints them', () => {
  const parts = {module: 'module.net["a"]', mode: 'managed', type: 'aws_subnet', name: 'b'} as const
  expect(formatAddress({...parts, key: 'x"${y}'})).toBe('module.net["a"].aws_subnet.b["x\\"$${y}"]')
})
