import {spawnSync} from 'node:child_process'
import {globSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'

import type {Command} from '@oclif/core/command'
import * as Flags from '@oclif/core/flags'
import type {FlagInput, ArgInput} from '@oclif/core/interfaces'
import {parse} from '@oclif/core/parser'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'src/commands')

interface CommandClass {
  readonly id: string
  readonly examples?: Command.Example[]
  readonly flags: FlagInput
  readonly baseFlags?: FlagInput
  readonly args: ArgInput
  readonly strict: boolean
  readonly enableJsonFlag: boolean
}

const commands = await Promise.all(
  globSync('**/*.ts', {cwd: folder}).map(async (file) => {
    const {default: command} = (await import(join(folder, file))) as {default: CommandClass}
    return {id: relative('.', file).replace(/\.ts$/, '').replaceAll('/', ' '), command}
  }),
)

let empty: string
beforeAll(() => {
  empty = mkdtempSync(join(tmpdir(), 'trueup-examples-'))
  // Whoever uses fish has it.
  mkdirSync(join(empty, '.config/fish/completions'), {recursive: true})
})
afterAll(() => rmSync(empty, {recursive: true}))

/** The arguments that a shell would give trueup, for each time that the line runs it; nothing else is run. */
function argumentsIn(line: string): string[][] {
  const others = ['aws', 'terraform', 'jq', 'npm', 'source'].map((name) => `${name}() { :; }`).join('\n')
  const script = `${others}\ntrueup() { printf '%s\\0' "$@" $'\\n' >&3; }\nset -f\n${line}`
  const {output, stderr} = spawnSync('bash', ['-c', script], {
    cwd: empty,
    env: {PATH: process.env['PATH'], HOME: empty},
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  expect(stderr).toBe('')
  const calls = (output[3] ?? '').split('\n\0').slice(0, -1)
  return calls.map((call) => call.split('\0').slice(0, -1))
}

/** Fails as the command would. */
async function parsed(argv: readonly string[]): Promise<unknown> {
  const found = commands
    .filter(({id}) => `${argv.join(' ')} `.startsWith(`${id} `))
    .toSorted((a, b) => b.id.length - a.id.length)[0]
  if (!found) throw new Error(`no command in: ${argv.join(' ')}`)
  const {id, command} = found
  const {flags, baseFlags, args, strict, enableJsonFlag} = command
  const json = enableJsonFlag ? {json: Flags.boolean()} : {}
  const rest = argv.slice(id.split(' ').length)
  return parse(rest, {flags: {...json, ...baseFlags, ...flags}, baseFlags: {}, args, strict, '--': true} as never)
}

const helped = commands.map(({id, command}) => ({
  id,
  lines: (command.examples ?? []).map((example) =>
    (typeof example === 'string' ? example : (example.command ?? ''))
      .replaceAll('<%= config.bin %>', 'trueup')
      .replaceAll('<%= command.id %>', id),
  ),
}))

describe.each(helped)('trueup $id --help', ({id, lines}) => {
  test('has an example', () => {
    expect(lines.length).toBeGreaterThan(0)
  })

  test.each(lines)('%s', async (line) => {
    const calls = argumentsIn(line)
    expect(calls.length).toBeGreaterThan(0)
    expect(calls.map((argv) => argv.join(' ').startsWith(id))).not.toContain(false)
    for (const argv of calls) await expect(parsed(argv)).resolves.toBeDefined()
  })
})

const pages = globSync(['README.md', 'docs/*.md'], {cwd: root}).toSorted()

test.each(pages)('%s: the command lines that need an account are such that trueup takes', async (page) => {
  const text = readFileSync(join(root, page), 'utf8')
  const fenced = [...text.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block = '']) => block)
  const indented = [...text.matchAll(/^ {4}((?:[a-z].* )?trueup .*)$/gm)].map(([, line = '']) => line)
  const lines = [...fenced.flatMap((block) => block.split('\n')), ...indented].filter((line) => /\btrueup /.test(line))
  for (const line of lines) {
    for (const argv of argumentsIn(line)) await expect(parsed(argv), line).resolves.toBeDefined()
  }
})
