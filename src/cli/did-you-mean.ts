import {closest} from '../model/closest.ts'

/** Names that may have been meant. */
export interface KnownNames {
  /** As oclif keeps them: `tags:check`. */
  readonly commands?: readonly string[]
  /** Without their dashes. */
  readonly flags?: readonly string[]
}

/**
 * What somebody may have meant who typed a command, a flag or a value that there is not, as a question.
 *
 * @param message oclif's own, which alone says what was typed
 */
export function didYouMean(message: string, {commands = [], flags = []}: KnownNames, bin: string): string | undefined {
  const command = /^command (\S+) not found$/.exec(message)?.[1]
  if (command !== undefined) return asked(closest(command, commands), (id) => `${bin} ${id.replaceAll(':', ' ')}`)
  const flag = /^Nonexistent flags?: --([\w-]+)/.exec(message)?.[1]
  if (flag !== undefined) return asked(closest(flag, flags), (name) => `--${name}`)
  const [, name, value = '', options = ''] = /^Expected --([\w-]+)=(.*) to be one of: (.+)$/.exec(message) ?? []
  if (name === undefined) return undefined
  return asked(closest(value, options.split(', ')), (option) => `--${name}=${option}`)
}

function asked(name: string | undefined, asTyped: (name: string) => string): string | undefined {
  return name === undefined ? undefined : `Did you mean ${asTyped(name)}?`
}
