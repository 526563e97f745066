import {join} from 'node:path'

import {describe, expect, test} from 'vitest'

import {check, line} from '../../catalog/check-fixture.ts'
import {hasSharedData, sharedData} from '../../shared-data.ts'
import {recordedPairs} from './recorded-pairs.ts'

const recordings = hasSharedData ? recordedPairs(join(sharedData, 'pairs')) : []

describe.skipIf(!hasSharedData)('what the provider wrote agrees with what EC2 answered in the same run', () => {
  test.each(recordings.map((recording) => [recording.name, recording] as const))('%s', (_, recording) => {
    const {findings, resources} = check(recording)
    expect(findings.filter(({subject}) => subject.address !== undefined).map(line)).toEqual([])
    expect(resources.compared).toBeGreaterThan(0)
  })

  test('there are some', () => expect(recordings.length).toBeGreaterThan(5))
})
