import {describe, expect, test} from 'vitest'

import {readLive} from '../../src/live/read-live.ts'
import {targetsOf} from '../../src/live/targets.ts'
import type {DeclaredObject} from '../../src/live/wanted.ts'
import {eventsOf} from './events-of.ts'
import {onlyAccount} from './fake-session.ts'

const home = {partition: 'aws', account: '111122223333', region: 'eu-central-1'}
const types = ['AWS::IAM::Role', 'AWS::SQS::Queue']

function queue(id: string, region?: string, account = '111122223333'): DeclaredObject {
  return {type: 'AWS::SQS::Queue', id, location: {account, ...(region === undefined ? {} : {region})}}
}

function outline(requested: readonly string[], declared: readonly DeclaredObject[]): readonly string[] {
  return targetsOf(home, {regions: requested}, {types, declared}).flatMap(({location, types: of}) =>
    of.map(({type, declaredIds}) =>
      `${location.account} ${location.region} ${type} ${declaredIds.join(',')}`.trimEnd(),
    ),
  )
}

describe('what a scan reads', () => {
  const role = {type: 'AWS::IAM::Role', id: 'trainer', location: {}}

  test('is the region of the session, where nothing says otherwise, and global types once', () => {
    expect(outline([], [])).toEqual(['111122223333 global AWS::IAM::Role', '111122223333 eu-central-1 AWS::SQS::Queue'])
  })

  test('is the regions of what is declared, with what is expected there', () => {
    expect(outline([], [queue('b', 'us-west-2'), queue('a', 'eu-west-1'), queue('c', 'us-west-2'), role])).toEqual([
      '111122223333 global AWS::IAM::Role trainer',
      '111122223333 eu-west-1 AWS::SQS::Queue a',
      '111122223333 us-west-2 AWS::SQS::Queue b,c',
    ])
  })

  test('is the regions asked for, whatever is declared', () => {
    expect(outline(['eu-central-1', 'eu-central-1'], [queue('b', 'us-west-2')])).toEqual([
      '111122223333 global AWS::IAM::Role',
      '111122223333 eu-central-1 AWS::SQS::Queue',
    ])
  })

  test('leaves out what has no known place', () => {
    expect(outline([], [queue('b')])).toEqual([
      '111122223333 global AWS::IAM::Role',
      '111122223333 eu-central-1 AWS::SQS::Queue',
    ])
  })
})

function detailed(objects: readonly DeclaredObject[]): readonly (readonly string[] | undefined)[] {
  const wanted = {types: ['AWS::SQS::Queue'], declared: [], detailed: objects}
  return targetsOf(home, {regions: []}, wanted).flatMap(({types: of}) => of.map(({detailedIds}) => detailedIds))
}

describe('which objects are worth follow-up calls', () => {
  test('are those that something is declared of', () => {
    expect(detailed([queue('a', 'eu-central-1'), queue('a', 'eu-central-1'), queue('b', 'us-west-2')])).toEqual([['a']])
  })

  test('are all of a type of which one has no known place', () => {
    expect(detailed([queue('a', 'eu-central-1'), queue('b')])).toEqual([undefined])
  })
})

test('what is declared in another account is a gap that says so', async () => {
  const targets = targetsOf(home, {regions: []}, {types, declared: [queue('b', 'us-west-2', '444455556666')]})
  const foreign = targets.filter(({location}) => location.account !== home.account)
  const {signal} = new AbortController()
  const events = readLive({sessions: onlyAccount, choice: 'auto', targets: foreign, signal})
  expect(await eventsOf(events)).toMatchObject([
    {
      kind: 'gap',
      gap: {
        reason: 'not-read',
        location: {partition: 'aws', account: '444455556666'},
        hides: {count: 1, examples: ['b']},
      },
    },
    {kind: 'account-read', account: '444455556666'},
  ])
})
