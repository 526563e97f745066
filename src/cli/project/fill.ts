import {dirname, join, isAbsolute} from 'node:path'

import {userError} from '../../errors.ts'
import type {ProjectSetting} from '../../pipeline/project/load.ts'

/** What is asked of a flag's definition here; oclif's own types are wider. */
export interface FlagShape {
  readonly type: 'boolean' | 'option'
  readonly char?: string | undefined
  readonly multiple?: boolean | undefined
  readonly allowNo?: boolean | undefined
  readonly exclusive?: Related
  readonly dependsOn?: Related
}

type Related = readonly (string | {readonly name: string})[] | undefined

export type FlagShapes = Readonly<Record<string, FlagShape>>

/** One flag's worth of a source, as arguments. */
interface Said {
  readonly flag: string
  readonly arguments: readonly string[]
}

/**
 * The command line as if everything had been typed: what it says itself, then what `TRUEUP_*` say, then the project file; what a
 * stronger source says, or excludes, a weaker one does not.
 *
 * @throws TrueupError `environment-invalid`
 */
export function filledArguments(
  argv: readonly string[],
  flags: FlagShapes,
  env: Readonly<Record<string, string | undefined>>,
  settings: readonly ProjectSetting[],
): string[] {
  const typed = typedFlags(argv, flags)
  const fromEnvironment = allowed(environmentSays(flags, env), typed, flags)
  const known = new Set([...typed, ...fromEnvironment.map(({flag}) => flag)])
  const fromFile = allowed(fileSays(flags, settings), known, flags)
  const more = [...fromEnvironment, ...fromFile].flatMap((said) => said.arguments)
  const end = argv.indexOf('--')
  return end === -1 ? [...argv, ...more] : [...argv.slice(0, end), ...more, ...argv.slice(end)]
}

/** `fail-on` is `TRUEUP_FAIL_ON`. */
export function variableOf(flag: string): string {
  return `TRUEUP_${flag.replaceAll('-', '_').toUpperCase()}`
}

function typedFlags(argv: readonly string[], flags: FlagShapes): ReadonlySet<string> {
  const end = argv.indexOf('--')
  const before = end === -1 ? argv : argv.slice(0, end)
  const chars = new Map(Object.entries(flags).flatMap(([name, {char}]) => (char ? [[char, name] as const] : [])))
  const names = before.flatMap((argument) => {
    const long = /^--(?:no-)?([^=]+)/.exec(argument)?.[1]
    const exact = /^--([^=]+)/.exec(argument)?.[1]
    if (exact !== undefined && exact in flags) return [exact]
    if (long !== undefined) return [long]
    const short = /^-([a-z])/i.exec(argument)?.[1]
    return short === undefined ? [] : [chars.get(short) ?? short]
  })
  return new Set(names)
}

/** Without what a stronger source has said, or what excludes something that it said. */
function allowed(said: readonly Said[], stronger: ReadonlySet<string>, flags: FlagShapes): readonly Said[] {
  const excluded = new Set(
    said.flatMap(({flag}) => {
      const own = namesIn(flags[flag]?.exclusive)
      const isExcluded = [...stronger].some(
        (other) => own.includes(other) || namesIn(flags[other]?.exclusive).includes(flag),
      )
      return isExcluded ? [flag] : []
    }),
  )
  // What goes with an excluded flag, such as the external id of a role, goes with it.
  return said.filter(
    ({flag}) =>
      !stronger.has(flag) &&
      !excluded.has(flag) &&
      !namesIn(flags[flag]?.dependsOn).some((other) => excluded.has(other) && !stronger.has(other)),
  )
}

function namesIn(related: Related): readonly string[] {
  return (related ?? []).map((one) => (typeof one === 'string' ? one : one.name))
}

const yes = new Set(['1', 'true', 'yes', 'on'])
const no = new Set(['0', 'false', 'no', 'off'])

/** Several values stand on lines of their own, or are separated by commas where there is one line. An empty variable is none. */
function environmentSays(flags: FlagShapes, env: Readonly<Record<string, string | undefined>>): readonly Said[] {
  return Object.entries(flags).flatMap(([flag, shape]) => {
    const name = variableOf(flag)
    const value = env[name]
    if (value === undefined || value.trim() === '' || flag === 'json') return []
    if (shape.type === 'boolean') {
      const word = value.trim().toLowerCase()
      if (yes.has(word) || no.has(word)) return [{flag, arguments: switched(flag, shape, yes.has(word))}]
      throw userError('environment-invalid', `${name} is neither true nor false`, `Set ${name}=true or ${name}=false`)
    }
    const values = shape.multiple ? value.split(value.includes('\n') ? '\n' : ',') : [value]
    const texts = values.map((one) => one.trim()).filter((one) => one !== '')
    return [{flag, arguments: texts.map((one) => `--${flag}=${one}`)}]
  })
}

function fileSays(flags: FlagShapes, settings: readonly ProjectSetting[]): readonly Said[] {
  return settings.flatMap(({flag, values}) => {
    const shape = flags[flag]
    if (!shape) return []
    if (typeof values === 'boolean') return [{flag, arguments: switched(flag, shape, values)}]
    return [{flag, arguments: values.map((one) => `--${flag}=${one}`)}]
  })
}

function switched(flag: string, {allowNo}: FlagShape, on: boolean): readonly string[] {
  if (on) return [`--${flag}`]
  return allowNo ? [`--no-${flag}`] : []
}

/** A state where the code of a folder says that it is. */
const backend = 'backend:'

/** Paths of the file as seen from here. */
export function fromHere(setting: ProjectSetting, file: string): ProjectSetting {
  const {values, paths} = setting
  if (paths === undefined || typeof values === 'boolean') return setting
  const folder = dirname(file)
  const moved = (path: string): string => {
    if (path.startsWith(backend)) return `${backend}${moved(path.slice(backend.length))}`
    return isElsewhere(path) ? path : join(folder, path)
  }
  const movedBy = {
    plain: moved,
    list: (value: string) => value.split(',').map(moved).join(','),
    target: (value: string) => targetMoved(value, moved),
  }
  return {...setting, values: values.map(movedBy[paths])}
}

function targetMoved(target: string, moved: (path: string) => string): string {
  const equals = target.indexOf('=')
  return equals === -1 ? target : `${target.slice(0, equals)}=${moved(target.slice(equals + 1))}`
}

/** Standard input, a URL, an absolute path. */
function isElsewhere(path: string): boolean {
  return path === '-' || isAbsolute(path) || /^[\w+.-]+:\/\//.test(path)
}
