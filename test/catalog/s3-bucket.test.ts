import {describe, expect, test} from 'vitest'

import {valueAt} from '../../src/model/path.ts'
import {isArray} from '../../src/model/value.ts'
import {findingsAfter, withElement, without} from './changed-fixture.ts'
import {check} from './check-fixture.ts'
import {loadFixture} from './type-fixtures.ts'

const fixture = await loadFixture('aws_s3_bucket')
const everyone = {URI: 'http://acs.amazonaws.com/groups/global/AllUsers'}

describe('a setting that is gone', () => {
  test.each([
    ['BucketPolicy', ['missing aws_s3_bucket_policy.data']],
    ['CorsConfiguration', ['missing aws_s3_bucket_cors_configuration.data']],
    ['LifecycleConfiguration', ['missing aws_s3_bucket_lifecycle_configuration.data']],
    ['LoggingConfiguration', ['missing aws_s3_bucket_logging.data']],
    ['ReplicationConfiguration', ['missing aws_s3_bucket_replication_configuration.data']],
    ['WebsiteConfiguration', ['missing aws_s3_bucket_website_configuration.data']],
    [
      'AccelerateConfiguration',
      ['drifted aws_s3_bucket_accelerate_configuration.data AccelerateConfiguration.AccelerationStatus'],
    ],
    [
      'RequestPaymentConfiguration',
      ['drifted aws_s3_bucket_request_payment_configuration.data RequestPaymentConfiguration.Payer'],
    ],
  ])('%s is told once, by its own resource', (property, findings) => {
    expect(findingsAfter(fixture, 'vision-train-data', without(property))).toEqual(findings)
  })

  test('one lifecycle rule of several is drift, not a missing configuration', () => {
    const bucket = fixture.objects.find(({id}) => id === 'vision-train-data')
    const rules = valueAt(bucket?.properties, ['LifecycleConfiguration', 'Rules'])
    const left = {LifecycleConfiguration: {Rules: isArray(rules) ? rules.slice(0, 1) : []}}
    const findings = findingsAfter(fixture, 'vision-train-data', (live) => ({...live, ...left}))
    const drifted = 'drifted aws_s3_bucket_lifecycle_configuration.data LifecycleConfiguration.Rules'
    expect(findings).toEqual([drifted, drifted])
  })

  test('versioning is told by its own resource, whatever the bucket recorded', () => {
    const suspended = findingsAfter(fixture, 'vision-train-data', (bucket) => ({
      ...bucket,
      VersioningConfiguration: {Status: 'Suspended'},
    }))
    expect(suspended).toEqual(['drifted aws_s3_bucket_versioning.data VersioningConfiguration.Status'])
  })
})

describe('a setting that nobody declared', () => {
  test.each([
    ['BucketPolicy.PolicyDocument', {BucketPolicy: {PolicyDocument: {Version: '2012-10-17', Statement: []}}}],
    ['VersioningConfiguration.Status', {VersioningConfiguration: {Status: 'Enabled'}}],
    ['WebsiteConfiguration.IndexDocument', {WebsiteConfiguration: {IndexDocument: 'index.html'}}],
  ])('%s is a finding of the bucket', (path, properties) => {
    const [finding, ...others] = findingsAfter(fixture, 'vision-scratch', (bucket) => ({...bucket, ...properties}))
    expect(finding).toMatch(/^drifted(-undeclared)? aws_s3_bucket\.plain /)
    expect(finding).toContain(path)
    expect(others).toEqual([])
  })

  test('a grant to everyone is drift of the access control list', () => {
    const opened = withElement(['AccessControlPolicy', 'Grants'], {Grantee: everyone, Permission: 'READ'})
    expect(findingsAfter(fixture, 'vision-scratch', opened)).toEqual([
      'drifted aws_s3_bucket.plain AccessControlPolicy',
    ])
  })

  test('a lifecycle rule beside the declared ones is drift of the lifecycle configuration', () => {
    const rule = {Id: 'expire', Status: 'Enabled', ExpirationInDays: 1}
    const added = withElement(['LifecycleConfiguration', 'Rules'], rule)
    expect(findingsAfter(fixture, 'vision-train-data', added)).toEqual([
      'drifted-undeclared aws_s3_bucket_lifecycle_configuration.data LifecycleConfiguration.Rules',
    ])
  })

  test('a notification of a bucket that declares none is an unmanaged child', () => {
    const copy = {Event: 's3:ObjectCreated:*', Queue: 'arn:aws:sqs:eu-central-1:210987654321:copy'}
    const added = withElement(['NotificationConfiguration', 'QueueConfigurations'], copy)
    expect(findingsAfter(fixture, 'vision-scratch', added)).toEqual([
      'unmanaged-child aws_s3_bucket.plain NotificationConfiguration.QueueConfigurations',
    ])
  })

  test('a metrics configuration beside the declared ones is an unmanaged child', () => {
    const added = withElement(['MetricsConfigurations'], {Id: 'console'})
    expect(findingsAfter(fixture, 'vision-lake', added)).toEqual([
      'unmanaged-child aws_s3_bucket.lake MetricsConfigurations',
    ])
  })
})

test('encryption that every bucket has since 2023, and public access that is not blocked, need no declaration', () => {
  const bucket = {SSEAlgorithm: 'AES256'}
  const encrypted = {ServerSideEncryptionConfiguration: [{ServerSideEncryptionByDefault: bucket}]}
  expect(findingsAfter(fixture, 'www-vision', (live) => ({...live, BucketEncryption: encrypted}))).toEqual([])
  expect(findingsAfter(fixture, 'www-vision', without('PublicAccessBlockConfiguration'))).toEqual([])
})

test('what AWS Config cannot show is not compared, and counted', () => {
  const part = fixture.resources.find(({type}) => type === 'aws_s3_bucket_ownership_controls')
  const moved = {...part, attributes: {...part?.attributes, bucket: 'vision-scratch'}} as NonNullable<typeof part>
  const {findings, byType} = check({...fixture, resources: [...fixture.resources, moved]})
  expect(findings).toEqual([])
  const coverage = byType.find(({type}) => type === 'aws_s3_bucket_ownership_controls')
  expect(coverage).toMatchObject({compared: 1, skipped: {'not-visible': 1}})
})
