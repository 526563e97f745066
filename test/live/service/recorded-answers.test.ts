import {join} from 'node:path'

import {describe, expect, test} from 'vitest'

import known from '../../../evaluate/known-differences.json' with {type: 'json'}
import {check, line} from '../../catalog/check-fixture.ts'
import {hasSharedData, sharedData} from '../../shared-data.ts'
import {disagreements, recordedPairs} from './recorded-pairs.ts'

const explained: Readonly<Record<string, string>> = known
const recordings = hasSharedData ? await recordedPairs(join(sharedData, 'pairs')) : []

describe.skipIf(!hasSharedData)('what the provider wrote agrees with what AWS answered in the same run', () => {
  test.each(recordings.map((recording) => [recording.name, recording] as const))('%s', (_, recording) => {
    const told = disagreements(recording).map((finding) => `${recording.name} ${line(finding)}`)
    expect(told.filter((drift) => !(drift in explained))).toEqual([])
  })

  test('most recordings hold something that can be compared', () => {
    const compared = recordings.filter((recording) => check(recording).resources.compared > 0)
    expect(compared.length).toBeGreaterThan(16)
  })
})
