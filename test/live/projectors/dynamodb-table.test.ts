import {describe, expect, it} from 'vitest'

import {dynamodbTable} from '../../../src/live/projectors/dynamodb-table.ts'
import type {JsonRecord} from '../../../src/live/projectors/projector.ts'

const project = (configuration: JsonRecord, supplementary: JsonRecord = {}) =>
  dynamodbTable.project({resourceId: 'labels', configuration, supplementary})

const key = 'arn:aws:kms:eu-west-1:123456789012:key/0d3b6c1e-2f4a-4b5c-8d6e-7f8091a2b3c4'
const encrypted = {SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: key}

describe('a table in a document', () => {
  it.each([
    ['as Config spells it', {ssedescription: {status: 'ENABLED', ssetype: 'KMS', kmsmasterKeyArn: key}}, encrypted],
    ['as the API spells it', {sSEDescription: {status: 'ENABLED', sSEType: 'KMS', kMSMasterKeyArn: key}}, encrypted],
    ['not at all', {}, undefined],
  ])('has its encryption, %s', (_, configuration, encryption) =>
    expect(project(configuration).properties['SSESpecification']).toEqual(encryption),
  )

  it.each([
    [{streamEnabled: true, streamViewType: 'KEYS_ONLY'}, {StreamViewType: 'KEYS_ONLY'}],
    [{streamEnabled: false}, undefined],
  ])('has a stream where it is on: %j', (streamSpecification, stream) =>
    expect(project({streamSpecification}).properties['StreamSpecification']).toEqual(stream),
  )

  it('does not show recovery where Config could not read the backups', () => {
    expect(project({}).unseen).toContain('PointInTimeRecoverySpecification')
    const backups = {
      ContinuousBackupsDescription: {pointInTimeRecoveryDescription: {pointInTimeRecoveryStatus: 'DISABLED'}},
    }
    expect(project({}, backups).unseen).not.toContain('PointInTimeRecoverySpecification')
  })

  it('is on its way out while it is deleted', () =>
    expect(project({tableStatus: 'DELETING'}).deleting).toBe('DELETING'))
})
