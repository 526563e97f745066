import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import {describe, expect, test} from 'vitest'

import {
  awsErrorKind,
  awsErrorMessage,
  awsErrorName,
  withoutRequest,
  type AwsErrorKind,
} from '../../src/aws/aws-error.ts'
import {hasSharedData, sharedData} from '../shared-data.ts'
import {awsError} from '../live/fake-session.ts'

test.each<[string, number, AwsErrorKind]>([
  ['AccessDeniedException', 400, 'denied'],
  ['UnauthorizedOperation', 403, 'denied'],
  ['UnknownError', 403, 'denied'],
  ['UnknownError', 429, 'throttled'],
  ['RequestLimitExceeded', 503, 'throttled'],
  ['ExpiredTokenException', 400, 'expired'],
  ['UnrecognizedClientException', 400, 'unknown-credentials'],
  ['RequestTimeTooSkewed', 403, 'clock-skew'],
  ['InternalServiceError', 500, 'other'],
  ['SyntaxError', 403, 'denied'],
  ['SyntaxError', 200, 'other'],
])('%s (HTTP %i) is %s', (name, status, kind) => {
  expect(awsErrorKind(awsError(name, status))).toBe(kind)
})

test.each([
  ['ENOTFOUND', 'unreachable'],
  ['ETIMEDOUT', 'timed-out'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'untrusted-certificate'],
])('%s below HTTP is %s', (code, kind) => {
  expect(awsErrorKind(Object.assign(new Error('connect'), {code}))).toBe(kind)
})

test.each([new TypeError('x is undefined'), Object.assign(new Error(), {name: 'AbortError'}), 'text', undefined])(
  'what is no answer of AWS is told apart: %s',
  (error) => {
    expect(awsErrorKind(error)).toBeUndefined()
  },
)

test('what AWS says of permissions is passed on; what it says of signatures quotes the token', () => {
  const quoting = 'The canonical string should have been x-amz-security-token:FwoGZXIvYXdzE'
  expect(awsErrorMessage(awsError('SignatureDoesNotMatch', 403, quoting))).toBeUndefined()
  expect(withoutRequest(awsError('SignatureDoesNotMatch', 403, quoting)).message).not.toContain('FwoGZ')
  expect(awsErrorMessage(awsError('AccessDenied', 403, 'not authorized\n to perform: x:Y'))).toBe(
    'not authorized to perform: x:Y',
  )
})

test('of an answer that is none of AWS, a page of a proxy, nothing is quoted', () => {
  const page = `Unexpected token '<', "<html><b>" is not valid JSON\n  Deserialization error: to see the raw response, inspect`
  expect(awsErrorMessage(awsError('SyntaxError', 403, page))).toBeUndefined()
  expect(awsErrorName(awsError('SyntaxError', 403, page))).toBe('an answer that is none of AWS (HTTP 403)')
})

describe.skipIf(!hasSharedData)('recorded errors', () => {
  const files = hasSharedData ? globSync('aws-errors/*/*.json', {cwd: sharedData}) : []

  test.each(files)('%s', (file) => {
    const {status_code: status, data} = JSON.parse(readFileSync(join(sharedData, file), 'utf8')) as {
      status_code: number
      data: {Error?: {Code?: string; Message?: string}}
    }
    const {Code: code = 'UnknownError', Message: message = ''} = data.Error ?? {}
    const kind = /AccessDenied/.test(code) ? 'denied' : /Thrott|TooMany/.test(code) ? 'throttled' : 'other'
    expect(awsErrorKind(awsError(code, status, message))).toBe(kind)
  })
})
