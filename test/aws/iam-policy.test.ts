import * as fc from 'fast-check'
import {expect, test} from 'vitest'

import {managedPolicySize, policiesOf, sizeOf, type IamStatement} from '../../src/aws/iam-policy.ts'

const statement = fc.record({
  Sid: fc.constantFrom('TrueupConfig', 'TrueupService'),
  Effect: fc.constant('Allow' as const),
  Action: fc.array(fc.stringMatching(/^[a-z0-9]{3,12}:[A-Z][a-zA-Z]{3,40}$/), {minLength: 1, maxLength: 400}),
  Resource: fc.constant('*'),
})

test('whatever is granted fits in managed policies, and nothing is lost or added', () => {
  fc.assert(
    fc.property(fc.array(statement, {maxLength: 6}), (statements: readonly IamStatement[]) => {
      const policies = policiesOf(statements)
      for (const policy of policies) expect(sizeOf(policy)).toBeLessThanOrEqual(managedPolicySize)
      const granted = policies.flatMap(({Statement}) => Statement.flatMap(({Action}) => Action))
      expect(new Set(granted)).toEqual(new Set(statements.flatMap(({Action}) => Action)))
    }),
    {numRuns: 50},
  )
})

test('what fits in one document is one', () => {
  const one: IamStatement = {Sid: 'A', Effect: 'Allow', Action: ['ec2:DescribeVpcs'], Resource: '*'}
  expect(policiesOf([one, {...one, Sid: 'B'}])).toEqual([{Version: '2012-10-17', Statement: [one, {...one, Sid: 'B'}]}])
})

test('the parts of a statement that is cut have names of their own', () => {
  const Action = Array.from({length: 600}, (_, index) => `ec2:DescribeSomethingLong${index}`)
  const sids = policiesOf([{Sid: 'Trueup', Effect: 'Allow', Action, Resource: '*'}]).flatMap(({Statement}) =>
    Statement.map(({Sid}) => Sid),
  )
  expect(new Set(sids).size).toBe(sids.length)
  expect(sids.length).toBeGreaterThan(2)
})

const group = (prefix: string, count: number): IamStatement => ({
  Sid: prefix,
  Effect: 'Allow',
  Action: Array.from({length: count}, (_, index) => `${prefix}:DescribeSomething${String(index).padStart(3, '0')}`),
  Resource: '*',
})

test('what somebody may leave out stays a statement of its own', () => {
  const [first, second, ...others] = policiesOf([group('ec2', 111), group('ecs', 112)], [group('eks', 40)])
  expect(others).toEqual([])
  const sids = [first, second].map((policy) => policy?.Statement.map(({Sid}) => Sid))
  expect(sids).toEqual([['Trueup'], ['eks']])
})

test('what fits in one document as one statement alone is one', () => {
  const [policy, ...others] = policiesOf([group('ec2', 111), group('ecs', 112)])
  expect(others).toEqual([])
  expect(policy?.Statement.map(({Sid, Action}) => `${Sid} ${Action.length}`)).toEqual(['Trueup 223'])
})
