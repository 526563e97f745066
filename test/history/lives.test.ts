import {describe, expect, test} from 'vitest'

import {Lives} from '../../src/history/lives.ts'
import type {HistoryStanding, KeptRun} from '../../src/model/history.ts'
import {Decimal, hoursPerMonth} from '../../src/model/money.ts'
import {finding, gap, run} from './made-run.ts'

const day = 86_400

function livesOf(runs: readonly KeptRun[], start = runs[0]?.brief.at ?? '') {
  const lives = new Lives(start)
  for (const one of runs) lives.add(one)
  return new Map(lives.list().map((life) => [life.finding.fingerprint.charAt(0), life]))
}

function standings(runs: readonly KeptRun[], start?: string): Readonly<Record<string, HistoryStanding>> {
  return Object.fromEntries([...livesOf(runs, start)].map(([letter, {standing}]) => [letter, standing]))
}

const fourRuns = [run(1, ['a', 'b', 'c']), run(2, ['a', 'b']), run(3, ['a', 'c', 'd']), run(4, ['a', 'c', 'd', 'e'])]

describe('over four runs', () => {
  test('findings stand against the first', () => {
    expect(standings(fourRuns)).toEqual({a: 'still', b: 'gone', c: 'recurring', d: 'new', e: 'new'})
  })

  test('findings stand against a later one, where that is asked', () => {
    expect(standings(fourRuns, fourRuns[2]?.brief.at)).toEqual({a: 'still', c: 'still', d: 'still', e: 'new'})
  })

  test('lives last from the first run that saw the finding to the one that no longer did', () => {
    const lives = livesOf(fourRuns)
    expect(lives.get('a')?.seconds).toBe(3 * day)
    expect(lives.get('b')).toMatchObject({
      seconds: 2 * day,
      appearances: [{firstSeen: fourRuns[0]?.brief.at, lastSeen: fourRuns[1]?.brief.at, gone: fourRuns[2]?.brief.at}],
    })
    expect(lives.get('c')?.seconds).toBe(2 * day)
    expect(lives.get('c')?.appearances).toHaveLength(2)
    expect(lives.get('e')?.seconds).toBe(0)
  })
})

describe('what could not be looked at', () => {
  test.each([
    ['its type in its place', gap(), 'unknown'],
    ['all of its region', gap({type: undefined} as never), 'unknown'],
    ['its type by the name of Terraform', gap({type: 'aws_instance'}), 'unknown'],
    [
      'the finding itself',
      gap({type: undefined, location: undefined, hides: {count: 1, examples: ['i-b']}} as never),
      'unknown',
    ],
    [
      'an input, which might hold anything',
      {reason: 'unreadable-input', file: 'main.tf', hides: {count: 0, examples: []}},
      'unknown',
    ],
    ['another type', gap({type: 'AWS::S3::Bucket'}), 'gone'],
    ['another region', gap({location: {account: '111122223333', region: 'us-east-1'}}), 'gone'],
    ['another account', gap({location: {account: '444455556666'}}), 'gone'],
    ['a price, which drift does not ask for', gap({reason: 'price-unknown'}), 'gone'],
    ['tags, which drift does not ask for', gap({reason: 'tags-unknown'}), 'gone'],
    ['who changed it', gap({type: undefined, action: 'cloudtrail:LookupEvents'} as never), 'gone'],
    ['its name in AWS Config', gap({type: undefined, action: 'config:ListDiscoveredResources'} as never), 'gone'],
    ['a type that could not be listed', gap({action: 'config:ListDiscoveredResources'}), 'unknown'],
  ] as const)('%s', (_, later, expected) => {
    expect(standings([run(1, ['b']), run(2, [], {gaps: [later]})])).toEqual({b: expected})
  })

  test('is gone once somebody looked, and still there if it is found', () => {
    const start = [run(1, ['b']), run(2, [], {gaps: [gap()]})]
    expect(standings([...start, run(3, [])])).toEqual({b: 'gone'})
    const back = livesOf([...start, run(3, ['b'])]).get('b')
    expect(back).toMatchObject({standing: 'still', seconds: 2 * day})
    expect(back?.appearances).toHaveLength(1)
  })

  test('a gap in spite of which it was seen does not hide it, unless it hides more', () => {
    const seen = run(1, ['b'], {gaps: [gap()]})
    expect(standings([seen, run(2, [], {gaps: [gap()]})])).toEqual({b: 'gone'})
    const more = gap({hides: {count: 3, examples: ['i-z', 'i-y', 'i-x']}})
    expect(standings([seen, run(2, [], {gaps: [more]})])).toEqual({b: 'unknown'})
    expect(standings([seen, run(2, [], {gaps: [more]}), run(3, [], {gaps: [more]})])).toEqual({b: 'unknown'})
  })

  test('findings of tags are hidden by tags that are not known', () => {
    const tag = finding('t', {code: 'tag-missing', path: 'CostCenter'})
    expect(standings([run(1, [tag]), run(2, [], {gaps: [gap({reason: 'tags-unknown'})]})])).toEqual({t: 'unknown'})
  })

  test('a state that is no longer read hides what it declares', () => {
    const states = ['a.tfstate', 'b.tfstate']
    const [ofA, inCode, nobodys] = [
      finding('a', {source: {file: 'a.tfstate'}}),
      finding('c', {source: {file: 'main.tf', line: 3}}),
      finding('u', {code: 'unmanaged', address: undefined, source: undefined} as never),
    ]
    const runs = [run(1, [ofA, inCode, nobodys], {states}), run(2, [], {states: ['b.tfstate']})]
    expect(standings(runs)).toEqual({a: 'unknown', c: 'unknown', u: 'gone'})
    expect(standings([...runs, run(3, [], {states})])).toEqual({a: 'gone', c: 'gone', u: 'gone'})
  })

  test('what somebody said not to tell is ignored, not gone', () => {
    expect(standings([run(1, ['b']), run(2, [], {ignored: ['b'.repeat(16)]})])).toEqual({b: 'ignored'})
  })
})

function priced(monthly: string, currency = 'USD') {
  return finding('p', {cost: {monthly, currency}})
}

/** Days at an amount a month. */
const amount = (...spans: readonly (readonly [number, string])[]) =>
  spans
    .reduce(
      (sum, [days, monthly]) => sum.plus(new Decimal(monthly).times(days * 24).dividedBy(hoursPerMonth)),
      new Decimal(0),
    )
    .toDecimalPlaces(10)
    .toFixed()

describe('what a finding cost', () => {
  test('is each price for its time, until it was gone', () => {
    const cost = livesOf([run(1, [priced('730')]), run(11, [priced('365')]), run(21, [])]).get('p')?.cost
    expect(cost).toEqual({amount: amount([10, '730'], [10, '365']), currency: 'USD'})
    expect(cost?.amount).toBe('360')
  })

  test('is nothing while it was gone, and until it was last seen where nobody knows', () => {
    const runs = [run(1, [priced('730')]), run(2, []), run(12, [priced('730')]), run(13, [], {gaps: [gap()]})]
    expect(livesOf(runs).get('p')?.cost?.amount).toBe(amount([1, '730']))
    const unknown = [run(1, [priced('73')]), run(2, [priced('73')]), run(20, [], {gaps: [gap()]})]
    expect(livesOf(unknown).get('p')?.cost?.amount).toBe(amount([1, '73']))
  })

  test('is signed, and never of two currencies', () => {
    expect(livesOf([run(1, [priced('-73')]), run(2, [])]).get('p')?.cost?.amount).toBe('-2.4')
    const mixed = [run(1, [priced('73')]), run(2, [priced('900', 'CNY')]), run(3, [])]
    expect(livesOf(mixed).get('p')?.cost).toEqual({amount: '2.4', currency: 'USD'})
  })

  test('is absent where no run had a price', () => {
    expect(livesOf([run(1, ['b']), run(2, ['b'])]).get('b')).not.toHaveProperty('cost')
  })
})
