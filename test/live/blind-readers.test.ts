import {expect, test} from 'vitest'

import type {Ability, ObjectReader} from '../../src/live/abilities.ts'
import {blindReaders} from '../../src/live/blind-readers.ts'
import {choose} from '../../src/live/choose.ts'
import {targetsOf} from '../../src/live/targets.ts'
import {fakeSession, frankfurt, wanted} from './fake-session.ts'

const all = ['config', 'config-aggregator', 'service', 'cloud-control'] as const
const buckets = wanted('AWS::S3::Bucket', ['models'])

test('a reader is blind to what it does not show', async () => {
  expect(await blindReaders({...buckets, needs: ['OwnershipControls']}, all)).toEqual(
    new Map([
      ['config', 'OwnershipControls'],
      ['config-aggregator', 'OwnershipControls'],
    ]),
  )
  expect(await blindReaders({...buckets, needs: ['BucketPolicy']}, all)).toEqual(
    new Map([['cloud-control', 'BucketPolicy']]),
  )
  expect(await blindReaders(buckets, all)).toEqual(new Map())
  expect(await blindReaders({...buckets, needs: ['BucketPolicy']}, ['config'])).toEqual(new Map())
})

test('who sees is asked first, and the report says why', async () => {
  const can: Ability = {can: true, because: 'it can'}
  const abilities = new Map<ObjectReader, Ability>([
    ['config', can],
    ['service', can],
    ['cloud-control', can],
  ])
  const blind = await blindReaders({...buckets, needs: ['OwnershipControls']}, all)
  const {options} = choose('AWS::S3::Bucket', 'auto', abilities, blind)
  expect(options.map(({reader}) => reader)).toEqual(['service', 'cloud-control', 'config'])
  expect(options[0]?.because).toBe('it can: AWS Config does not show OwnershipControls')
  expect(choose('AWS::S3::Bucket', 'auto', abilities).options[0]?.reader).toBe('config')
})

test('what parts of an object need is asked of its type in its place', () => {
  const location = {account: '111122223333', region: 'eu-central-1'}
  const bucket = {type: 'AWS::S3::Bucket', id: 'models', location}
  const declared = [bucket, {...bucket, needs: 'OwnershipControls'}, {...bucket, needs: 'BucketPolicy'}]
  const [target] = targetsOf(fakeSession, {regions: []}, {types: ['AWS::S3::Bucket'], declared})
  expect(target).toMatchObject({location: frankfurt, types: [{needs: ['BucketPolicy', 'OwnershipControls']}]})
})
