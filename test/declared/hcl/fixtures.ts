import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

import type {ValueRecord} from '../../../src/model/value.ts'
import {Unknown} from '../../../src/model/value.ts'
import {type Configuration, readConfiguration} from '../../../src/declared/hcl/read-configuration.ts'
import type {VariableSources} from '../../../src/declared/hcl/module/given-variables.ts'

/** Each folder is a configuration; `expected.json` is what comes of it, `options.json` what it is given. */
export const folder = fileURLToPath(new URL('../../../fixtures/hcl', import.meta.url))

export const cases = readdirSync(folder).filter((name) =>
  readdirSync(join(folder, name)).some((file) => /\.(?:tf|tofu)(?:\.json)?$/.test(file)),
)

export interface CaseOptions {
  readonly variables?: VariableSources
  readonly workspace?: string
  readonly recorded?: Readonly<Record<string, ValueRecord>>
}

export function optionsOf(name: string): CaseOptions {
  const file = join(folder, name, 'options.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CaseOptions) : {}
}

export async function readCase(name: string): Promise<Configuration> {
  const {recorded = {}, variables = {}, ...options} = optionsOf(name)
  const root = join(folder, name)
  const files = (variables.files ?? []).map((file) => join(root, file))
  return readConfiguration(root, {
    ...options,
    variables: {...variables, files},
    recorded: (address) => recorded[address],
  })
}

/** As JSON, with what is unknown written out. */
export function shown(value: unknown): string {
  return JSON.stringify(value, showUnknown, 2).replaceAll(`${folder}/`, '') + '\n'
}

function showUnknown(this: unknown, key: string, value: unknown): unknown {
  // `toJSON` has been called on the value already.
  const raw: unknown = (this as Record<string, unknown>)[key]
  return raw instanceof Unknown ? {unknown: raw.reason, reference: raw.reference} : value
}
