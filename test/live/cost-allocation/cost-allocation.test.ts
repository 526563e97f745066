import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {
  CostExplorerClient,
  ListCostAllocationTagBackfillHistoryCommand,
  ListCostAllocationTagsCommand,
  UpdateCostAllocationTagsStatusCommand,
} from '@aws-sdk/client-cost-explorer'
import {mockClient} from 'aws-sdk-client-mock'
import {beforeEach, describe, expect, test} from 'vitest'

import {activateKeys} from '../../../src/live/cost-allocation/activate.ts'
import {readCostAllocationFile} from '../../../src/live/cost-allocation/file.ts'
import {readCostAllocation} from '../../../src/live/cost-allocation/read.ts'
import {awsError, fakeSession} from '../fake-session.ts'

const mock = mockClient(CostExplorerClient)
const {signal} = new AbortController()

beforeEach(() => mock.reset())

describe('reading', () => {
  test('goes through all pages, and leaves the keys of AWS out', async () => {
    mock
      .on(ListCostAllocationTagsCommand)
      .resolves({
        CostAllocationTags: [{TagKey: 'Owner', Type: 'UserDefined', Status: 'Active', LastUpdatedDate: '2026-03-02'}],
        NextToken: 'more',
      })
      .on(ListCostAllocationTagsCommand, {NextToken: 'more'})
      .resolves({
        CostAllocationTags: [
          {TagKey: 'Team', Type: 'UserDefined', Status: 'Inactive', LastUsedDate: '2026-08-01'},
          {TagKey: 'aws:createdBy', Type: 'AWSGenerated', Status: 'Active'},
        ],
      })
      .on(ListCostAllocationTagBackfillHistoryCommand)
      .resolves({
        BackfillRequests: [{BackfillFrom: '2025-09-01', RequestedAt: '2026-03-03', BackfillStatus: 'SUCCEEDED'}],
      })
    expect(await readCostAllocation(fakeSession, signal)).toEqual({
      tags: [
        {key: 'Owner', status: 'active', changedAt: '2026-03-02'},
        {key: 'Team', status: 'inactive', lastUsed: '2026-08-01'},
      ],
      backfills: [{from: '2025-09-01', requestedAt: '2026-03-03', status: 'succeeded'}],
    })
  })

  test('tells what is denied', async () => {
    mock.on(ListCostAllocationTagsCommand).rejects(awsError('AccessDeniedException', 400, 'no'))
    await expect(readCostAllocation(fakeSession, signal)).rejects.toMatchObject({failure: {reason: 'denied'}})
  })
})

describe('activating', () => {
  const keys = Array.from({length: 23}, (_, index) => `key-${index}`)

  test('takes twenty keys a call, and tells each that is refused', async () => {
    mock
      .on(UpdateCostAllocationTagsStatusCommand)
      .resolvesOnce({Errors: [{TagKey: 'key-3', Code: 'TagKeysNotFoundException', Message: 'no such tag'}]})
      .resolves({Errors: []})
    const {activated, failed} = await activateKeys(fakeSession, keys, signal)
    const sent = mock
      .commandCalls(UpdateCostAllocationTagsStatusCommand)
      .map(({args: [{input}]}) => input.CostAllocationTagsStatus)
    expect(sent.map((entries) => entries?.length)).toEqual([20, 3])
    expect(sent.flat().every((entry) => entry?.Status === 'Active')).toBe(true)
    expect(activated).toEqual(keys.filter((key) => key !== 'key-3'))
    expect(failed).toEqual([{key: 'key-3', because: 'TagKeysNotFoundException: no such tag'}])
  })
})

describe('a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trueup-cost-allocation-'))
  const write = (text: string) => {
    const file = join(folder, `${Math.abs(text.length)}.json`)
    writeFileSync(file, text)
    return file
  }

  test('holds what the command line of AWS prints', async () => {
    const answer = {CostAllocationTags: [{TagKey: 'Owner', Type: 'UserDefined', Status: 'Inactive'}]}
    expect(await readCostAllocationFile(write(JSON.stringify(answer)))).toEqual({
      tags: [{key: 'Owner', status: 'inactive'}],
      backfills: [],
    })
  })

  test.each([
    ['{', 'is no JSON'],
    ['{"Tags": []}', 'CostAllocationTags: Invalid input'],
    ['{"CostAllocationTags": [{"TagKey": "a", "Status": "On"}]}', 'CostAllocationTags.0.Status'],
  ])('%s is refused', async (text, expected) => {
    const refused = readCostAllocationFile(write(text))
    await expect(refused).rejects.toMatchObject({code: 'cost-allocation-not-readable'})
    await expect(refused).rejects.toThrow(expected)
  })
})
