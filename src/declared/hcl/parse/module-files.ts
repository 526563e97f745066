import {closeSync, constants, fstatSync, openSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** The files of a module, in the order in which Terraform merges them: override files last, each group by name. */
export interface ModuleFiles {
  readonly primary: readonly string[]
  readonly overrides: readonly string[]
}

/** https://developer.hashicorp.com/terraform/language/files; OpenTofu takes `x.tofu` instead of an `x.tf` beside it. */
export function moduleFiles(directory: string): ModuleFiles {
  const entries = readdirSync(directory, {withFileTypes: true})
  const names = new Set(entries.filter((entry) => !entry.isDirectory()).map(({name}) => name))
  const files = [...names].filter((name) => isConfiguration(name) && !isReplaced(name, names)).toSorted()
  const paths = (override: boolean) =>
    files.filter((name) => isOverride(name) === override).map((name) => join(directory, name))
  return {primary: paths(false), overrides: paths(true)}
}

function isConfiguration(name: string): boolean {
  return /\.(?:tf|tofu)(?:\.json)?$/.test(name) && !/^[.#]|~$/.test(name)
}

function isReplaced(name: string, names: ReadonlySet<string>): boolean {
  return /\.tf(?:\.json)?$/.test(name) && names.has(name.replace(/\.tf(\.json)?$/, '.tofu$1'))
}

function isOverride(name: string): boolean {
  return /(?:^|_)override\.(?:tf|tofu)(?:\.json)?$/.test(name)
}

/** Larger files are no configuration: the largest known ones are generated and have some megabytes. */
const largestFile = 32 * 1024 * 1024

/** @throws Error with a reason for a person */
export function readText(file: string): string {
  const handle = openSync(file, openFlags)
  try {
    const stat = fstatSync(handle)
    if (!stat.isFile()) throw new Error('is not a file')
    if (stat.size > largestFile) throw new Error(`is larger than ${largestFile / 1024 / 1024} MB`)
    const bytes = readFileSync(handle)
    if (bytes.includes(0)) throw new Error('is a binary file')
    return bytes.toString('utf8').replace(/^\uFEFF/, '')
  } finally {
    closeSync(handle)
  }
}

/** A named pipe would be waited for until somebody writes into it. */
const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
