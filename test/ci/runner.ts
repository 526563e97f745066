import {spawnSync} from 'node:child_process'
import {chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, dirname, join} from 'node:path'

import {parse} from 'yaml'

export const root = join(import.meta.dirname, '../..')

interface Action {
  readonly inputs: Readonly<Record<string, {readonly default?: string}>>
  readonly outputs: Readonly<Record<string, {readonly value: string}>>
  readonly runs: {readonly steps: readonly {readonly id?: string; readonly env?: Readonly<Record<string, string>>}[]}
}

export const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action
export const scanStep = action.runs.steps.find(({id}) => id === 'scan')?.env ?? {}

/** A machine of a CI system with a checkout: `trueup` is on its path, as the sources are now. */
export class Runner {
  readonly folder = mkdtempSync(join(tmpdir(), 'trueup-ci-'))

  constructor() {
    this.program('trueup', `exec '${process.execPath}' '${join(root, 'bin/dev.js')}' "$@"`)
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, {recursive: true})
  }

  /** Puts a program on the path. */
  program(name: string, script: string): void {
    const file = join(this.folder, 'bin', name)
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, `#!/bin/sh\n${script}\n`)
    chmodSync(file, 0o755)
  }

  bash(argv: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = this.folder) {
    const path = [join(this.folder, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter)
    const own = {HOME: this.folder, NO_COLOR: '1', TZ: 'UTC', XDG_CACHE_HOME: join(this.folder, 'cache')}
    const {status, stdout, stderr} = spawnSync('bash', argv, {cwd, encoding: 'utf8', env: {...own, ...env, PATH: path}})
    return {status, stdout, stderr}
  }

  /** The step of the action as GitHub starts it: inputs that nobody set are empty variables. */
  scanAsAction(inputs: Readonly<Record<string, string>>, cwd?: string) {
    const files = {
      GITHUB_OUTPUT: join(this.folder, 'output'),
      GITHUB_STEP_SUMMARY: join(this.folder, 'summary.md'),
      RUNNER_TEMP: join(this.folder, 'temp'),
    }
    for (const file of Object.values(files)) rmSync(file, {recursive: true, force: true})
    mkdirSync(files.RUNNER_TEMP)
    const given = Object.entries(scanStep).map(([name, expression]) => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)?.[1] ?? ''
      return [name, inputs[input] ?? inputs[name] ?? literal(action.inputs[input]?.default)]
    })
    const env = {...(Object.fromEntries(given) as Record<string, string>), ...files}
    const run = this.bash([join(root, 'ci/scan.sh')], env, cwd)
    const outputs = Object.fromEntries(
      textOf(files.GITHUB_OUTPUT)
        .trim()
        .split('\n')
        .map((line) => line.split('=', 2)),
    ) as Record<string, string>
    return {...run, outputs, summary: textOf(files.GITHUB_STEP_SUMMARY)}
  }
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function literal(text = ''): string {
  return text.includes('${{') ? '' : text
}
