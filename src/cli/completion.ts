import {readdirSync} from 'node:fs'
import {dirname, join} from 'node:path'

import {RootCommand} from '@bomb.sh/tab'

/** What is asked of oclif's configuration here; its own types are wider. */
export interface CommandTable {
  readonly topics: readonly {readonly name: string; readonly description?: string | undefined}[]
  readonly commands: readonly {
    readonly id: string
    readonly summary?: string | undefined
    readonly hidden?: boolean | undefined
    readonly flags: Readonly<Record<string, FlagDescription>>
  }[]
}

interface FlagDescription {
  readonly summary?: string | undefined
  readonly char?: string | undefined
  readonly hidden?: boolean | undefined
  readonly type: string
  readonly options?: readonly string[] | undefined
  readonly helpValue?: string | readonly string[] | undefined
}

export const shells = ['bash', 'fish', 'powershell', 'zsh'] as const
export type Shell = (typeof shells)[number]

/** What a shell needs to ask for completions: `source <(trueup complete bash)`. */
export function completionScript(bin: string, shell: Shell): string {
  return printed(() => new RootCommand().setup(bin, bin, shell))
}

/**
 * What may follow the words: a line each, a value and behind a tab what it is; last, a colon and a number that tells the shell's script what
 * to make of them.
 */
export function completions({topics, commands}: CommandTable, words: readonly string[]): string {
  const root = new RootCommand()
  const last = words.at(-1) ?? ''
  for (const {name, description} of topics) root.command(name.replaceAll(':', ' '), description ?? '')
  for (const {id, summary, flags} of commands.filter(({hidden}) => !hidden)) {
    const command = root.command(id.replaceAll(':', ' '), summary ?? '')
    for (const [name, flag] of Object.entries(flags).filter(([, {hidden}]) => !hidden)) {
      const described = flag.summary ?? ''
      if (flag.type === 'boolean') command.option(name, described, flag.char ?? '')
      else
        command.option(
          name,
          described,
          (complete) => valuesOf(flag, last).forEach((value) => complete(value, '')),
          flag.char,
        )
    }
  }
  return printed(() => root.parse([...words]))
}

function valuesOf({options, helpValue}: FlagDescription, word: string): readonly string[] {
  if (options) return options
  return /PATH|FILE|DIR/.test(String(helpValue)) ? filesAt(word.slice(word.indexOf('=') + 1)) : []
}

/** Paths that begin as the word does; folders end in a slash. */
function filesAt(word: string): readonly string[] {
  const folder = word.endsWith('/') ? word : dirname(word)
  try {
    return readdirSync(folder, {withFileTypes: true})
      .map((entry) => join(folder, entry.name) + (entry.isDirectory() ? '/' : ''))
      .filter((path) => word.startsWith('.') || !path.startsWith('.'))
  } catch {
    return []
  }
}

/** The library writes to the console alone. */
function printed(run: () => void): string {
  const lines: string[] = []
  // oxlint-disable-next-line no-console -- put back below
  const {log} = console
  // oxlint-disable-next-line no-console
  console.log = (text: string) => lines.push(text)
  try {
    run()
  } finally {
    // oxlint-disable-next-line no-console
    console.log = log
  }
  return lines.map((line) => `${line}\n`).join('')
}
