import {readdirSync, readFileSync} from 'node:fs'

import {describe, expect, test} from 'vitest'

import {TrueupError} from '../../../src/errors.ts'
import {loadTagPolicies} from '../../../src/tags/organizations/load.ts'

const folder = new URL('../../../fixtures/tags/bad-tag-policy/', import.meta.url)
const cases = readdirSync(folder).filter((name) => name.endsWith('.json'))

/** Every file of the folder is refused, in exactly the words beside it: file, line, column, what is allowed. */
describe('a tag policy that AWS would refuse', () => {
  test.each(cases)('%s', async (name) => {
    const message = refusal([[{name, text: readFileSync(new URL(name, folder), 'utf8')}]])
    await expect(`${message}\n`).toMatchFileSnapshot(new URL(name.replace('.json', '.txt'), folder).pathname)
  })

  test('one too many at a target', () => {
    const level = Array.from({length: 11}, (_, index) => ({name: `${index}.json`, text: '{"tags": {}}'}))
    expect(refusal([level])).toContain('10.json:1:1: policy: is the 11th of its level')
  })
})

test('a byte order mark does no harm', () => {
  expect(loadTagPolicies([[{name: 'a.json', text: '\uFEFF{"tags": {}}'}]])).toHaveLength(1)
})

function refusal(levels: Parameters<typeof loadTagPolicies>[0]): string {
  try {
    loadTagPolicies(levels)
  } catch (error) {
    expect(error).toMatchObject({code: 'policy-invalid', fault: 'user'})
    return (error as TrueupError).message
  }
  throw new Error('the policy was accepted')
}
