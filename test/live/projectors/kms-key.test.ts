import {describe, expect, it} from 'vitest'

import {kmsKey} from '../../../src/live/projectors/kms-key.ts'
import type {JsonRecord} from '../../../src/live/projectors/projector.ts'

const project = (configuration: JsonRecord, supplementary: JsonRecord = {}) =>
  kmsKey.project({resourceId: 'key', configuration, supplementary})

describe('a key in a document', () => {
  it.each([
    [{keySpec: 'HMAC_256', customerMasterKeySpec: 'HMAC_256'}, 'HMAC_256'],
    [{customerMasterKeySpec: 'RSA_2048'}, 'RSA_2048'],
  ])('has its spec under either name: %j', (configuration, spec) =>
    expect(project(configuration).properties['KeySpec']).toBe(spec),
  )

  it('does not show a policy that Config may not read', () => {
    expect(project({}).unseen).toContain('KeyPolicy')
    expect(project({}, {Policy: '{"Statement":[]}', KeyRotationStatus: false}).unseen).toEqual(['MultiRegion'])
  })

  it.each([
    ['PendingDeletion', 'PendingDeletion'],
    ['PendingReplicaDeletion', 'PendingReplicaDeletion'],
    ['Disabled', undefined],
  ])('in the state %s is on its way out: %s', (keyState, deleting) =>
    expect(project({keyState}).deleting).toBe(deleting),
  )
})
