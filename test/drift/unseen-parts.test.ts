import {expect, test} from 'vitest'

import {loadCatalog} from '../../src/catalog/catalog.ts'
import {coverageOf} from '../../src/drift/coverage-of.ts'
import {findDrift} from '../../src/drift/drift.ts'
import {UnseenParts} from '../../src/drift/unseen-parts.ts'
import {Joiner} from '../../src/join/join.ts'
import {LiveIndex} from '../../src/join/live-index.ts'
import type {ReadScope} from '../../src/model/live.ts'
import type {ValueRecord} from '../../src/model/value.ts'

const catalog = await loadCatalog()
await catalog.want('AWS::S3::Bucket')
const location = {partition: 'aws', account: '111122223333', region: 'eu-central-1'}
const type = 'AWS::S3::Bucket'

function scanned(reader: ReadScope['reader'], sees: ReadScope['sees'], properties: ValueRecord) {
  const joiner = new Joiner(catalog)
  const attributes = {bucket: 'models', region: 'eu-central-1', policy: '{"Statement":[]}'}
  for (const [of, its] of [
    ['aws_s3_bucket', {bucket: 'models', region: 'eu-central-1', arn: 'arn:aws:s3:::models'}],
    ['aws_s3_bucket_policy', attributes],
  ] as const) {
    joiner.add({
      origin: 'recorded',
      address: `${of}.models`,
      mode: 'managed',
      type: of,
      name: 'models',
      provider: {text: 'provider["registry.terraform.io/hashicorp/aws"]', name: 'hashicorp/aws'},
      tainted: false,
      attributes: its,
      providerLocation: location,
      source: {file: 'terraform.tfstate'},
    })
  }
  const index = new LiveIndex()
  index.add({kind: 'scope', scope: {type, location, reader, sees}})
  index.add({kind: 'object', object: {type, id: 'models', location, properties, reader, tags: {}}})
  const joined = joiner.join(index)
  const drift = findDrift(joined.objects, catalog)
  const unseen = new UnseenParts(catalog)
  for (const object of joined.objects) unseen.add(object)
  return {gaps: unseen.gaps(), resources: coverageOf(joined, drift).resources, drift}
}

test('a part that the reader of its object does not show was not looked at', () => {
  const {gaps, resources, drift} = scanned('cloud-control', '*', {BucketName: 'models'})
  expect(gaps).toEqual([
    {
      reason: 'unsupported-type',
      type: 'aws_s3_bucket_policy',
      location,
      detail: 'Cloud Control does not show BucketPolicy of AWS::S3::Bucket.',
      hides: {count: 1, examples: ['aws_s3_bucket_policy.models']},
    },
  ])
  expect(resources).toMatchObject({declared: 2, compared: 1, notLookedAt: 1})
  expect(drift.findings).toEqual([])
})

test('one that it shows was, and is missing where it is not there', () => {
  const {gaps, resources, drift} = scanned('service', ['BucketName', 'BucketPolicy'], {BucketName: 'models'})
  expect(gaps).toEqual([])
  expect(resources).toMatchObject({compared: 2, notLookedAt: 0})
  expect(drift.findings).toMatchObject([{code: 'missing', subject: {address: 'aws_s3_bucket_policy.models'}}])
})
