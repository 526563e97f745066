import {join} from 'node:path'

import {describe, expect, test} from 'vitest'

import {readStates} from '../../../src/declared/state/read-states.ts'
import {hasSharedData, sharedData} from '../../shared-data.ts'
import {failureOf, resourcesIn} from './collect.ts'
import {readableStates, refusedStates, statesIn, isSecret} from './readable-states.ts'

describe.skipIf(!hasSharedData)('real states', () => {
  test.each(readableStates())('$name holds what Terraform lists', async ({name, file, addresses}) => {
    const resources = resourcesIn(await Array.fromAsync(readStates([file])))
    const expected = refusedStates[name] ?? addresses
    expect(resources.map(({address}) => address).toSorted()).toEqual(expected.toSorted())
  })

  test.each(readableStates().filter(({canaries}) => canaries.length > 0))('$name shows no secret', async (state) => {
    const written = JSON.stringify(await Array.fromAsync(readStates([state.file])))
    const shown = state.canaries.filter((canary) => isSecret(canary) && canary.shows(written))
    expect(shown.map(({kind, path}) => `${kind} ${path}`)).toEqual([])
  })

  test.each([...statesIn('v1'), ...statesIn('v3')])('%s is too old', async (file) => {
    expect(await failureOf([file])).toMatchObject({code: 'state-format-old', fault: 'user'})
  })

  test.each(statesIn('backend-pointer'))('%s points elsewhere', async (file) => {
    expect(await failureOf([file])).toMatchObject({code: 'backend-pointer'})
  })

  test.each([
    ['238a991d17', 'state-empty', ' '],
    ['59582d8569', 'state-empty', ' '],
    ['68eef5697a', 'state-invalid-json', ':34:13 '],
    ['6f69d8bc85', 'state-invalid-json', ':5:5 '],
    ['c2f40c85b4', 'state-invalid-json', ':16:7 '],
    ['e534d5b660', 'state-invalid-json', ':165:13 '],
    ['f4cbf47c9a', 'state-invalid-json', ':1:1 '],
  ])('broken %s is a %s', async (name, code, place) => {
    const error = await failureOf([join(sharedData, `states/broken/${name}.tfstate`)])
    expect(error).toMatchObject({code, fault: 'user'})
    expect(error.message).toContain(`${name}.tfstate${place}`)
  })

  test.each(statesIn('odd'))('%s is encrypted', async (file) => {
    expect(await failureOf([file])).toMatchObject({code: 'state-encrypted'})
  })
})
