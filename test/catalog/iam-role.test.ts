import {describe, expect, test} from 'vitest'

import {findingsAfter, withElement, without} from './changed-fixture.ts'
import {check} from './check-fixture.ts'
import {loadFixture} from './type-fixtures.ts'

const fixture = await loadFixture('aws_iam_role')
const administrator = 'arn:aws:iam::aws:policy/AdministratorAccess'
const attached = withElement(['ManagedPolicyArns'], administrator)
const document = {Version: '2012-10-17', Statement: [{Effect: 'Allow', Action: '*', Resource: '*'}]}
const inlined = withElement(['Policies'], {PolicyName: 'backdoor', PolicyDocument: document})

describe('a policy that nobody declared', () => {
  test.each([
    ['thumbnailer', 'unmanaged-child aws_iam_role.lambda', 'a role that declares none'],
    ['inference', 'unmanaged-child aws_iam_role.split', 'a role whose policies other resources declare'],
    ['vision-trainer', 'drifted-undeclared aws_iam_role.trainer', 'a role that lists its policies'],
  ])('on %s is %s: %s', (role, finding) => {
    expect(findingsAfter(fixture, role, attached)).toEqual([`${finding} ManagedPolicyArns`])
    expect(findingsAfter(fixture, role, inlined)).toEqual([`${finding} Policies`])
  })

  test('is drift where an exclusive resource names all of them', () => {
    expect(findingsAfter(fixture, 'strict', attached)).toEqual([
      'drifted-undeclared aws_iam_role_policy_attachments_exclusive.strict ManagedPolicyArns',
    ])
    expect(findingsAfter(fixture, 'strict', inlined)).toEqual([
      'drifted-undeclared aws_iam_role_policies_exclusive.strict Policies',
    ])
  })
})

describe('a policy that is gone', () => {
  test('is told once, by the resource that is that policy', () => {
    expect(findingsAfter(fixture, 'strict', without('Policies'))).toEqual(['missing aws_iam_role_policy.strict'])
    expect(findingsAfter(fixture, 'strict', without('ManagedPolicyArns'))).toEqual([
      'missing aws_iam_role_policy_attachment.strict',
    ])
  })

  test('is drift of the resource that attaches it to many roles', () => {
    const left = ['arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore']
    const detached = findingsAfter(fixture, 'inference', (role) => ({...role, ManagedPolicyArns: left}))
    expect(detached).toEqual(['drifted aws_iam_policy_attachment.cw ManagedPolicyArns'])
  })

  test('is drift of the exclusive resource where no other declares it', () => {
    const alone = {
      ...fixture,
      resources: fixture.resources.filter(({type, name}) => name === 'strict' && type.endsWith('policies_exclusive')),
      objects: fixture.objects.filter(({id}) => id === 'strict'),
    }
    expect(check(alone).findings).toEqual([])
    expect(findingsAfter(alone, 'strict', without('Policies'))).toEqual([
      'drifted aws_iam_role_policies_exclusive.strict Policies',
    ])
  })
})

test('each of several new policies is a finding of its own', () => {
  const second = withElement(['ManagedPolicyArns'], 'arn:aws:iam::aws:policy/PowerUserAccess')
  const replaced = new Map(
    fixture.objects
      .filter(({id}) => id === 'strict')
      .map((role) => [role, {...role, properties: second(attached(role.properties))}] as const),
  )
  const {findings} = check(fixture, replaced)
  expect(new Set(findings.map(({fingerprint}) => fingerprint)).size).toBe(2)
  expect(findings.map(({owner}) => owner)).toEqual(['policy_arns', 'policy_arns'])
})

test('a principal that was deleted is drift of the trust policy', () => {
  const deleted = findingsAfter(fixture, 'vision-trainer', (role) => ({
    ...role,
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{Effect: 'Allow', Principal: {AWS: 'AROAEXAMPLEDELETED001'}, Action: 'sts:AssumeRole'}],
    },
  }))
  expect(deleted).toEqual(['drifted aws_iam_role.trainer AssumeRolePolicyDocument'])
})
