import {join} from 'node:path'

import {describe, expect, it} from 'vitest'

import {plainRecord} from '../../../src/declared/hcl/module/plain-value.ts'
import {cases, folder, readCase, shown} from './fixtures.ts'

describe('configurations', () => {
  it.each(cases)('%s', async (name) => {
    const {providers, given: _, ...configuration} = await readCase(name)
    const configured = providers.map(({ref, file, attributes}) => ({
      ...ref,
      file,
      attributes: plainRecord(attributes()),
    }))
    const told = Object.entries({...configuration, providers: configured}).filter(([, value]) => !isEmpty(value))
    await expect(shown(Object.fromEntries(told))).toMatchFileSnapshot(join(folder, name, 'expected.json'))
  })
})

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}
