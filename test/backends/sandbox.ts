import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

import {afterEach, beforeEach, expect, vi} from 'vitest'

import type {StateAccess} from '../../src/backends/access.ts'
import type {StoredState} from '../../src/model/stored-state.ts'
import {stateStores} from '../../src/pipeline/state-stores.ts'

export const state = JSON.stringify({version: 4, resources: []})
export const found = {status: 200, body: state}
export const notThere = {status: 404}

/** A folder of the test's own, and credentials of nobody. */
export function sandbox(): {readonly path: string} {
  const here = {path: ''}
  beforeEach(async () => {
    here.path = await mkdtemp(join(tmpdir(), 'trueup-stores-'))
    for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined)
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDSTATES')
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI-example')
    vi.stubEnv('AWS_CONFIG_FILE', join(here.path, 'config'))
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(here.path, 'credentials'))
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
  })

  afterEach(async () => {
    vi.unstubAllEnvs()
    await rm(here.path, {recursive: true})
  })
  return here
}

export async function find(url: string, access: Partial<StateAccess> = {}): Promise<readonly StoredState[]> {
  return stateStores({environment: {}, ...access})(url)
}

export async function textOf(stored: StoredState | undefined): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stored?.open() ?? []) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

export async function failureOf(work: Promise<unknown>): Promise<{code: string; message: string; hint: string}> {
  return work.then(
    () => expect.fail('it should have failed'),
    (error: {code: string; message: string; hint: string}) => error,
  )
}

export async function write(folder: string, named: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(named)) {
    await mkdir(dirname(join(folder, name)), {recursive: true})
    await writeFile(join(folder, name), text)
  }
}
