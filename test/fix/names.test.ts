import {array, assert, property, string} from 'fast-check'
import {expect, it} from 'vitest'

import {Names} from '../../src/fix/remedies/names.ts'

it('proposes names in the letters that a name takes', () => {
  const names = new Names(['aws_sqs_queue.orders', 'aws_sqs_queue.orders_2'])
  expect(names.propose('aws_sqs_queue', 'Orders')).toBe('aws_sqs_queue.orders_3')
  expect(names.propose('aws_sqs_queue', 'heron/prod.jobs')).toBe('aws_sqs_queue.heron_prod_jobs')
  expect(names.propose('aws_sqs_queue', '2025-backup')).toBe('aws_sqs_queue._2025_backup')
  expect(names.propose('aws_sqs_queue', 'Größe')).toBe('aws_sqs_queue.gro_e')
  expect(names.propose('aws_sqs_queue', '注文')).toBe('aws_sqs_queue.unnamed')
})

it('proposes each address once, whatever the names are', () => {
  assert(
    property(array(string({unit: 'grapheme'})), (given) => {
      const names = new Names(['aws_vpc.main'])
      const proposed = given.map((name) => names.propose('aws_vpc', name))
      expect(new Set(proposed).size).toBe(given.length)
      expect(proposed).not.toContain('aws_vpc.main')
      for (const address of proposed) expect(address).toMatch(/^aws_vpc\.[a-z_][a-z0-9_]*$/)
    }),
  )
})
