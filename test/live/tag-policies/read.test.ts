import {
  DescribeEffectivePolicyCommand,
  DescribePolicyCommand,
  ListParentsCommand,
  ListPoliciesForTargetCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations'
import {mockClient} from 'aws-sdk-client-mock'
import {beforeEach, expect, test} from 'vitest'

import {readTagPolicies} from '../../../src/live/tag-policies/read.ts'
import {awsError, fakeSession} from '../fake-session.ts'

const mock = mockClient(OrganizationsClient)
const {signal} = new AbortController()
const account = '111122223333'

beforeEach(() => mock.reset())

test('the effective policy is asked for first', async () => {
  mock.on(DescribeEffectivePolicyCommand, {PolicyType: 'TAG_POLICY', TargetId: account}).resolves({
    EffectivePolicy: {PolicyContent: '{"tags":{}}'},
  })
  expect(await readTagPolicies(fakeSession, account, signal)).toEqual({
    effective: {name: `effective policy of ${account}`, text: '{"tags":{}}'},
  })
})

test('none is told apart from an empty one', async () => {
  mock.on(DescribeEffectivePolicyCommand).rejects(awsError('EffectivePolicyNotFoundException'))
  expect(await readTagPolicies(fakeSession, account, signal)).toBe('none')
})

test('where it may not be asked for, the policies up the tree are read, level by level from the root', async () => {
  mock
    .on(DescribeEffectivePolicyCommand)
    .rejects(awsError('AccessDeniedException'))
    .on(ListParentsCommand, {ChildId: account})
    .resolves({Parents: [{Id: 'ou-1', Type: 'ORGANIZATIONAL_UNIT'}]})
    .on(ListParentsCommand, {ChildId: 'ou-1'})
    .resolves({Parents: [{Id: 'r-1', Type: 'ROOT'}]})
    .on(ListPoliciesForTargetCommand)
    .resolves({Policies: []})
    .on(ListPoliciesForTargetCommand, {TargetId: 'r-1', Filter: 'TAG_POLICY'})
    .resolves({Policies: [{Id: 'p-1', Name: 'first'}], NextToken: 'more'})
    .on(ListPoliciesForTargetCommand, {TargetId: 'r-1', Filter: 'TAG_POLICY', NextToken: 'more'})
    .resolves({Policies: [{Id: 'p-2', Name: 'second'}]})
    .on(DescribePolicyCommand)
    .callsFake(({PolicyId}: {PolicyId: string}) => ({Policy: {Content: `{"tags":{"${PolicyId}":{}}}`}}))
  expect(await readTagPolicies(fakeSession, account, signal)).toEqual({
    levels: [
      [
        {name: 'first of r-1', text: '{"tags":{"p-1":{}}}'},
        {name: 'second of r-1', text: '{"tags":{"p-2":{}}}'},
      ],
      [],
      [],
    ],
  })
})

test('where neither is allowed, that is said', async () => {
  mock.onAnyCommand().rejects(awsError('AccessDeniedException'))
  await expect(readTagPolicies(fakeSession, account, signal)).rejects.toMatchObject({failure: {reason: 'denied'}})
})
