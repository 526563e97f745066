import {readFileSync} from 'node:fs'
import {join} from 'node:path'

import {describe, expect, test} from 'vitest'

import {readStates} from '../../../src/declared/state/read-states.ts'
import {hasSharedData, sharedData} from '../../shared-data.ts'
import {failureOf, resourcesIn} from './collect.ts'

interface Listing {
  readonly ok: boolean
  readonly addresses?: readonly string[]
}
interface Canary {
  readonly kind: string
  readonly path: string
  readonly canary: string
}

const states = join(sharedData, 'states')
const listings = readJson('addresses.json') as Record<string, Listing>
const canaries = readJson('canaries.json') as Record<string, readonly Canary[]>
const readable = Object.keys(listings).filter((file) => file.startsWith('v4-'))

/** Terraform refuses these two; what they record can be read all the same. */
const refused: Record<string, readonly string[]> = {
  'v4-aws/8e9fef325c.tfstate': ['aws_instance.app', 'aws_instance.app'],
  'v4-aws/c8a66c72bf.tfstate': ['aws_instance.vm', 'data.aws_ami.amazon-linux'],
}

describe.skipIf(!hasSharedData)('real states', () => {
  test.each(readable)('%s holds what Terraform lists', async (file) => {
    const resources = resourcesIn(await Array.fromAsync(readStates([join(states, file)])))
    const expected = refused[file] ?? listings[file]?.addresses
    expect(resources.map(({address}) => address).toSorted()).toEqual(expected?.toSorted())
  })

  test.each(Object.keys(canaries).filter((file) => readable.includes(file)))('%s shows no secret', async (file) => {
    const written = JSON.stringify(await Array.fromAsync(readStates([join(states, file)])))
    const shown = (canaries[file] ?? []).filter((planted) => isSecret(planted) && holds(written, planted.canary))
    expect(shown.map(({kind, path}) => `${kind} ${path}`)).toEqual([])
  })

  test.each(Object.keys(listings).filter((file) => /^v[13]\//.test(file)))('%s is too old', async (file) => {
    expect(await failureOf([join(states, file)])).toMatchObject({code: 'state-format-old', fault: 'user'})
  })

  test.each(Object.keys(listings).filter((file) => file.startsWith('backend-pointer/')))(
    '%s points elsewhere',
    async (file) => {
      expect(await failureOf([join(states, file)])).toMatchObject({code: 'backend-pointer'})
    },
  )

  test.each([
    ['238a991d17', 'state-empty', ''],
    ['59582d8569', 'state-empty', ''],
    ['68eef5697a', 'state-invalid-json', ':34:13 '],
    ['6f69d8bc85', 'state-invalid-json', ':5:5 '],
    ['c2f40c85b4', 'state-invalid-json', ':16:7 '],
    ['e534d5b660', 'state-invalid-json', ':165:13 '],
    ['f4cbf47c9a', 'state-invalid-json', ':1:1 '],
  ])('broken %s is a %s', async (name, code, place) => {
    const error = await failureOf([join(states, `broken/${name}.tfstate`)])
    expect(error).toMatchObject({code, fault: 'user'})
    expect(error.message).toContain(`${name}.tfstate${place}`)
  })

  test('an encrypted state says so', async () => {
    expect(await failureOf([join(states, 'odd/6726de26fa.tfstate')])).toMatchObject({code: 'state-encrypted'})
  })
})

/**
 * What was planted as a secret but is none to Terraform: outputs, which are never read (the same text elsewhere is an endpoint or
 * a region); `random_string`, which makes suffixes of names; and `secretsmanager:GetSecretValue` or the ARN of a secret, which a
 * search for `secret...: value` takes for one. Where the state marks one key of a map, its siblings were replaced too.
 */
function isSecret({kind, path, canary}: Canary): boolean {
  if (kind === 'random_string.result' || path.startsWith('outputs.')) return false
  if (kind === 'key=value') return !/\b(?:arn|id|secret_arn|secret_id|json>.*|actions\[\d+\])$/.test(path)
  return (
    !(kind === 'sensitive_attributes' && /variables\.DB_(?:HOST|NAME|PORT|USER)$|cloud_run/.test(path)) && canary !== ''
  )
}

/** Canaries are as long as what they replace, so a short one may begin a longer one. */
function holds(text: string, canary: string): boolean {
  const escaped = canary.replaceAll(/[^\w]/g, String.raw`\$&`)
  return new RegExp(`${escaped}(?![A-Z0-9])`).test(text)
}

function readJson(name: string): unknown {
  return hasSharedData ? JSON.parse(readFileSync(join(states, name), 'utf8')) : {}
}
