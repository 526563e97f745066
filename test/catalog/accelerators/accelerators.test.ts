import {readFileSync} from 'node:fs'

import {describe, expect, test} from 'vitest'

import {acceleratedTypes, acceleratorOf, looksAccelerated} from '../../../src/catalog/accelerators/accelerators.ts'
import {hourlyPrice, pricedRegions} from '../../../src/catalog/accelerators/prices.ts'
import {decimalText} from '../../../src/model/money.ts'

describe('what an instance type holds', () => {
  test.each([
    ['p5.48xlarge', 'gpu', 'NVIDIA', 'H100', '8', 81_920],
    ['p5e.48xlarge', 'gpu', 'NVIDIA', 'H200', '8', 144_384],
    ['p5.4xlarge', 'gpu', 'NVIDIA', 'H100', '1', 81_920],
    ['p4d.24xlarge', 'gpu', 'NVIDIA', 'A100', '8', 40_960],
    ['p4de.24xlarge', 'gpu', 'NVIDIA', 'A100', '8', 81_920],
    ['p6-b200.48xlarge', 'gpu', 'NVIDIA', 'B200', '8', 183_359],
    ['p2.16xlarge', 'gpu', 'NVIDIA', 'K80', '16', 12_288],
    ['g6f.large', 'gpu', 'NVIDIA', 'L4', '0.125', 2861],
    ['g6f.2xlarge', 'gpu', 'NVIDIA', 'L4', '0.25', 5722],
    ['gr6f.4xlarge', 'gpu', 'NVIDIA', 'L4', '0.5', 11_444],
    ['g4ad.16xlarge', 'gpu', 'AMD', 'Radeon Pro V520', '4', 8192],
    ['trn1.32xlarge', 'neuron', 'AWS', 'Trainium', '16', 32_768],
    ['inf2.48xlarge', 'neuron', 'AWS', 'Inferentia2', '12', 32_768],
    ['dl1.24xlarge', 'gaudi', 'Habana', 'Gaudi HL-205', '8', 32_768],
    ['dl2q.24xlarge', 'qualcomm', 'Qualcomm', 'AI100', '8', 16_000],
    ['f2.48xlarge', 'fpga', 'Xilinx', 'Virtex UltraScale+ (VU47P)', '8', 81_920],
    ['vt1.24xlarge', 'media', 'Xilinx', 'U30', '8', 24_576],
  ])('%s', (type, acceleratorClass, vendor, model, count, memoryMib) => {
    expect(acceleratorOf(type)).toEqual({class: acceleratorClass, vendor, model, count, memoryMib})
  })

  test('the same machine under SageMaker', () => {
    expect(acceleratorOf('ml.g5.xlarge')).toBe(acceleratorOf('g5.xlarge'))
  })

  test('doubts are stated', () => {
    expect(acceleratedTypes.filter((type) => acceleratorOf(type)?.verify)).toEqual(['p6e-gb200.36xlarge'])
  })

  test('all 107 types; every one looks accelerated by its name', () => {
    expect(acceleratedTypes).toHaveLength(107)
    expect(acceleratedTypes.filter((type) => !looksAccelerated(type))).toEqual([])
  })
})

test.each([
  ['p9.48xlarge', true],
  ['p7-b400.48xlarge', true],
  ['trn3u.48xlarge', true],
  ['ml.g9e.xlarge', true],
  ['i4i.large', false],
  ['im4gn.large', false],
  ['m6g.large', false],
  ['c6gn.large', false],
  ['inf', false],
  ['hpc7g.4xlarge', false],
  ['mac2.metal', false],
  ['t4g.nano', false],
])('%s looks accelerated: %s', (type, expected) => {
  expect(looksAccelerated(type)).toBe(expected)
})

describe('list prices', () => {
  test('have a day and a currency', () => {
    const price = hourlyPrice('p5.48xlarge', 'us-east-1')
    expect(price && {...price, amount: decimalText(price.amount)}).toEqual({
      amount: '55.04',
      currency: 'USD',
      asOf: '2026-07-20T13:44:30Z',
    })
    expect(hourlyPrice('g5.xlarge', 'cn-north-1')).toMatchObject({currency: 'CNY'})
  })

  test('are never borrowed from another region, and never zero', () => {
    expect(hourlyPrice('p5.48xlarge', 'eu-west-1')).toBeUndefined()
    expect(hourlyPrice('p5e.48xlarge', 'us-east-1')).toBeUndefined()
    for (const region of pricedRegions) {
      for (const type of acceleratedTypes) expect(hourlyPrice(type, region)?.amount.isPositive()).not.toBe(false)
    }
  })
})

test.each(['accelerators.json', 'ec2-prices.json'])('%s says first that it is generated, and from what', (name) => {
  const text = readFileSync(new URL(`../../../src/catalog/data/${name}`, import.meta.url), 'utf8')
  expect(text).toMatch(/^\{\n "generated": "by scripts\/accelerators\.ts, do not edit",\n "sources": \[\n/)
})
