import {expect, test} from 'vitest'

import {s3Bucket} from '../../../src/live/projectors/s3-bucket.ts'

const configuration = {name: 'vision-archive'}
const project = (supplementary: Parameters<typeof s3Bucket.project>[0]['supplementary']) =>
  s3Bucket.project({resourceId: 'vision-archive', configuration, supplementary})

test('a document that an older item lacks leaves its property unseen, not absent', () => {
  const {unseen} = project({BucketPolicy: {policyText: null}, BucketVersioningConfiguration: {status: 'Off'}})
  expect(unseen).toContain('BucketEncryption')
  expect(unseen).not.toContain('BucketPolicy')
  expect(unseen).not.toContain('VersioningConfiguration')
})

test('documents full of null stand for settings that are not there', () => {
  const {properties} = project({
    BucketAccelerateConfiguration: {status: null},
    BucketLoggingConfiguration: {destinationBucketName: null, logFilePrefix: null},
    BucketNotificationConfiguration: {configurations: {}},
    BucketPolicy: {policyText: null},
    BucketVersioningConfiguration: {status: 'Off', isMfaDeleteEnabled: null},
  })
  expect(properties).toEqual({BucketName: 'vision-archive', ObjectLockEnabled: false})
})

test('a tree of lifecycle predicates becomes members of the rule, and -1 nothing', () => {
  const rule = {
    id: 'cold',
    prefix: null,
    status: 'Enabled',
    expirationInDays: -1,
    noncurrentVersionExpirationInDays: 30,
    expiredObjectDeleteMarker: false,
    filter: {
      predicate: {
        type: 'LifecycleAndOperator',
        operands: [
          {type: 'LifecyclePrefixPredicate', prefix: 'raw/'},
          {type: 'LifecycleTagPredicate', tag: {key: 'tier', value: 'cold'}},
        ],
      },
    },
    transitions: [{days: -1, date: 1_767_225_600_000, storageClass: 'GLACIER'}],
  }
  expect(project({BucketLifecycleConfiguration: {rules: [rule]}}).properties['LifecycleConfiguration']).toEqual({
    Rules: [
      {
        Id: 'cold',
        Status: 'Enabled',
        Prefix: 'raw/',
        TagFilters: [{Key: 'tier', Value: 'cold'}],
        NoncurrentVersionExpiration: {NoncurrentDays: 30},
        Transitions: [{StorageClass: 'GLACIER', TransitionDate: '2026-01-01T00:00:00.000Z'}],
      },
    ],
  })
})
