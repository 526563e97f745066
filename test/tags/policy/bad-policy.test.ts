import {readdirSync, readFileSync} from 'node:fs'

import {describe, expect, test} from 'vitest'

import {TrueupError} from '../../../src/errors.ts'
import {loadPolicies} from '../../../src/tags/policy/load.ts'

const folder = new URL('../../../fixtures/tags/bad-policy/', import.meta.url)
const cases = readdirSync(folder).filter((name) => name.endsWith('.yaml'))

/** Every file of the folder is refused, in exactly the words beside it: file, line, column, what is allowed. */
describe('a policy that cannot be used', () => {
  test.each(cases)('%s', async (name) => {
    const message = refusal([{name, text: readFileSync(new URL(name, folder), 'utf8')}])
    await expect(`${message}\n`).toMatchFileSnapshot(new URL(name.replace('.yaml', '.txt'), folder).pathname)
  })

  test('is told with the problems of every file at once', () => {
    const message = refusal([
      {name: 'a.yaml', text: 'version: 1\nname: A\nrule: []\n'},
      {name: 'b.yaml', text: 'version: 1\nname: B\nrules: {}\n'},
    ])
    expect(message).toContain('a.yaml:3:1')
    expect(message).toContain('b.yaml:3:8')
  })

  test('contradicts another file', () => {
    const message = refusal([
      {name: 'a.yaml', text: 'version: 1\nname: A\nrules: [{key: Stage, values: [prod]}]\n'},
      {name: 'b.yaml', text: 'version: 1\nname: B\nrules: [{id: ours, key: Stage, values: [live]}]\n'},
    ])
    expect(message).toContain('b.yaml:3:9: rule "ours" contradicts rule "Stage" (a.yaml:3)')
  })
})

function refusal(files: Parameters<typeof loadPolicies>[0]): string {
  try {
    loadPolicies(files)
  } catch (error) {
    expect(error).toBeInstanceOf(TrueupError)
    expect(error).toMatchObject({code: 'policy-invalid', fault: 'user'})
    return (error as TrueupError).message
  }
  throw new Error('the policy was accepted')
}
