import {describe, expect, test} from 'vitest'

import {Sensitive} from '../../src/model/value.ts'
import {check, objectOf, owner, type ObjectOptions} from './tag-check.ts'

const address = 'aws_instance.train'

describe('secrets', () => {
  const secret = 'hunter2-very-secret'
  test.each<[string, ObjectOptions]>([
    [
      'a sensitive value',
      {address, declared: {tags_all: {Owner: Sensitive.of(secret)}}, live: {tags: {Owner: secret}}},
    ],
    ['a sensitive map', {address, declared: {tags_all: Sensitive.of({Owner: secret})}, live: {tags: {Owner: secret}}}],
    ['a credential in a value', {live: {tags: {Owner: `https://bob:${secret}@example.com`}}}],
  ])('%s is judged and never shown', (_, options) => {
    const {findings} = check([objectOf(options)], owner)
    expect(findings).toMatchObject([{code: 'tag-value-invalid', value: '(sensitive)'}])
    expect(JSON.stringify(findings)).not.toContain(secret)
  })

  test('a live value stays hidden where Terraform holds another for a secret', () => {
    const declared = {tags_all: {Owner: Sensitive.of('platform')}}
    const {findings} = check([objectOf({address, declared, live: {tags: {Owner: secret}}})], owner)
    expect(findings).toMatchObject([{on: 'live', value: '(sensitive)'}])
  })

  test('a value under a name for secrets is hidden', () => {
    const {findings} = check([objectOf({live: {tags: {ApiKey: secret}}})], '  - {key: "*", length: {max: 5}}')
    expect(findings).toMatchObject([{key: 'ApiKey', value: '(sensitive)'}])
  })
})
