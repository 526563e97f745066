import {readdirSync, readFileSync} from 'node:fs'

import {describe, expect, test} from 'vitest'

import {type NormalizerName, normalizers} from '../../src/catalog/normalizers/index.ts'
import type {ComparisonContext, Normalizer} from '../../src/catalog/normalizers/normalizer.ts'
import type {Json} from '../../src/model/value.ts'

type Pair = readonly [a: Json, b: Json, context?: ComparisonContext]

interface PairTable {
  readonly equal: readonly Pair[]
  readonly unequal: readonly Pair[]
  /** Equal as written, unequal the other way round: for the few normalisers that are not symmetric. */
  readonly equalOneWay?: readonly Pair[]
}

const folder = new URL('../../fixtures/normalizers/', import.meta.url)
const tables = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({name: file.slice(0, -'.json'.length), table: read(file)}))
const location = {partition: 'aws', account: '123456789012', region: 'eu-central-1'}

describe.each(tables)('normaliser $name', ({name, table}) => {
  const normalizer: Normalizer = normalizers[name as NormalizerName]

  test.each(cases(table.equal))('equal: $text', ({a, b, context}) => {
    expect(normalizer(a, b, context)).toBe(true)
    expect(normalizer(b, a, context)).toBe(true)
  })

  test.each(cases(table.unequal))('unequal: $text', ({a, b, context}) => {
    expect(normalizer(a, b, context)).toBe(false)
    expect(normalizer(b, a, context)).toBe(false)
  })

  test.each(cases(table.equalOneWay ?? []))('equal one way: $text', ({a, b, context}) => {
    expect(normalizer(a, b, context)).toBe(true)
    expect(normalizer(b, a, context)).toBe(false)
  })
})

function cases(pairs: readonly Pair[]) {
  return pairs.map(([a, b, context = {location}]) => ({
    a,
    b,
    context,
    text: `${JSON.stringify(a)} and ${JSON.stringify(b)}`,
  }))
}

function read(file: string): PairTable {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as PairTable
}
