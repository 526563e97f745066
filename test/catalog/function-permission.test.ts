import {describe, expect, it} from 'vitest'

import {functionName} from '../../src/catalog/function-name.ts'
import {permissionsOf} from '../../src/catalog/function-permission.ts'

const base = {Sid: 'a', Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: 'arn'}

describe('permissionsOf', () => {
  it.each([
    ['a service', {Service: 's3.amazonaws.com'}, 's3.amazonaws.com'],
    ['an account', {AWS: 'arn:aws:iam::123456789012:root'}, '123456789012'],
    ['a role', {AWS: 'arn:aws:iam::123456789012:role/x'}, 'arn:aws:iam::123456789012:role/x'],
    ['anyone', '*', '*'],
    ['anyone, as AWS', {AWS: '*'}, '*'],
    ['a list of one', {AWS: ['*']}, '*'],
  ])('names %s as AddPermission does', (_, principal, expected) => {
    const [permission] = permissionsOf({Statement: [{...base, Principal: principal}]})
    expect(permission).toEqual({Id: 'a', Action: 'lambda:InvokeFunction', Principal: expected})
  })

  it('names conditions after their arguments, in any case, and keeps those it does not know', () => {
    const Condition = {ArnLike: {'AWS:SourceArn': 'arn:aws:s3:::b'}, IpAddress: {'aws:SourceIp': '10.0.0.0/8'}}
    const [permission] = permissionsOf({Statement: {...base, Condition}})
    expect(permission).toMatchObject({SourceArn: 'arn:aws:s3:::b', 'aws:SourceIp': '10.0.0.0/8'})
  })

  it('does not take a denial for a permission', () => {
    const [permission] = permissionsOf({Statement: [{...base, Effect: 'Deny'}]})
    expect(permission).toMatchObject({Effect: 'Deny'})
  })

  it.each([[{}], [{Statement: []}], ['no document']])('finds none in %j', (policy) =>
    expect(permissionsOf(policy)).toEqual([]),
  )
})

describe('functionName', () => {
  it.each([
    ['resize', 'resize'],
    ['resize:live', 'resize'],
    ['123456789012:function:resize', 'resize'],
    ['arn:aws:lambda:eu-west-1:123456789012:function:resize', 'resize'],
    ['arn:aws-cn:lambda:cn-north-1:123456789012:function:resize:$LATEST', 'resize'],
    ['function', 'function'],
    ['', undefined],
    [null, undefined],
  ])('of %s is %s', (reference, name) => expect(functionName(reference)).toBe(name))
})
