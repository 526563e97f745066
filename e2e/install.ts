import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

const requirements = join(import.meta.dirname, 'requirements.txt')

/** A folder of Python programs, or why there is none. */
export type Installed = {readonly bin: string} | {readonly why: string}

/** The emulators in a virtual environment below `folder`, made once for each list of requirements. */
export async function installed(folder: string): Promise<Installed> {
  const python = ['python3', 'python'].find((name) =>
    answers(name, ['-c', 'import sys, venv; assert sys.version_info >= (3, 10)']),
  )
  if (python === undefined) return {why: 'there is no Python 3.10 or later.'}
  const digest = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12)
  const venv = join(folder, `python-${digest}`)
  const bin = join(venv, process.platform === 'win32' ? 'Scripts' : 'bin')
  const done = join(venv, 'installed')
  if (existsSync(done)) return {bin}
  rmSync(venv, {recursive: true, force: true})
  mkdirSync(folder, {recursive: true})
  if (!answers(python, ['-m', 'venv', venv])) return {why: 'Python cannot make a virtual environment.'}
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', requirements]
  if (!answers(join(bin, 'python'), pip)) return {why: 'the emulators could not be installed from PyPI.'}
  writeFileSync(done, '')
  return {bin}
}

function answers(program: string, argv: readonly string[]): boolean {
  return spawnSync(program, argv, {stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000}).status === 0
}
