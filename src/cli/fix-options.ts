import {userError} from '../errors.ts'
import type {TagFixRequest} from '../pipeline/tags-fix.ts'

interface FixFlags {
  readonly set?: readonly string[] | undefined
  readonly owner?: readonly string[] | undefined
  readonly overwrite: boolean
  readonly 'default-tags': boolean
}

/** @throws {TrueupError} `assignment-invalid` */
export function fixOptionsOf(flags: FixFlags): TagFixRequest['options'] {
  return {
    values: new Map((flags.set ?? []).map((text) => assignment('--set', text))),
    owners: (flags.owner ?? []).map((text) => {
      const [pattern, value] = assignment('--owner', text)
      return {pattern, value}
    }),
    overwrite: flags.overwrite,
    defaultTags: flags['default-tags'],
  }
}

/** An address may hold an equals sign in its key; a value of an owner does not, so that the last one parts them. */
function assignment(flag: '--set' | '--owner', text: string): readonly [string, string] {
  const equals = flag === '--set' ? text.indexOf('=') : text.lastIndexOf('=')
  if (equals < 1) {
    const example = flag === '--set' ? '--set Owner=platform' : "--owner 'module.training.*=ml-team'"
    throw userError('assignment-invalid', `${flag} ${JSON.stringify(text)} has no NAME=VALUE`, `Write ${example}`)
  }
  return [text.slice(0, equals), text.slice(equals + 1)]
}
