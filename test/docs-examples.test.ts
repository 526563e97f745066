import {spawnSync} from 'node:child_process'
import {chmodSync, cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, dirname, join} from 'node:path'

import {afterAll, beforeAll, describe, expect, test} from 'vitest'

const root = join(import.meta.dirname, '..')
const pages = globSync('docs/*.md', {cwd: root}).toSorted()

/** A command of a page, and what the page shows of its output. */
interface Example {
  readonly command: string
  readonly shown: readonly string[]
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trueup-docs-'))
  mkdirSync(join(folder, 'bin'))
  const program = join(folder, 'bin/trueup')
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'bin/dev.js')}' "$@"\n`)
  chmodSync(program, 0o755)
})
afterAll(() => rmSync(folder, {recursive: true}))

/** A clone of what the pages name, for each page its own. */
function clone(page: string): string {
  const at = join(folder, page)
  for (const part of ['fixtures/demo', 'policies']) cpSync(join(root, part), join(at, part), {recursive: true})
  return join(at, 'fixtures/demo')
}

function run(command: string, cwd: string) {
  const path = [join(folder, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter)
  const env = {HOME: folder, NO_COLOR: '1', TZ: 'UTC', XDG_CACHE_HOME: join(folder, 'cache'), PATH: path}
  const {status, stdout} = spawnSync('bash', ['-c', `{ ${command}\n} 2>&1`], {cwd, env, encoding: 'utf8'})
  return {status, stdout}
}

function examplesOf(text: string): readonly Example[] {
  const blocks = [...text.matchAll(/^```console\n([^]*?)^```$/gm)].map(([, block = '']) => block)
  return blocks.flatMap((block) =>
    block.split(/^\$ /m).flatMap((part) => {
      const [command = '', ...shown] = part.trimEnd().split('\n')
      return command === '' ? [] : [{command, shown}]
    }),
  )
}

/** `…` stands for any text, on a line of its own for any lines. */
function patternOf(shown: readonly string[]): RegExp {
  const lines = shown.map((line) =>
    line === '…' ? '(?:.*\\n)*?' : `${line.split('…').map(RegExp.escape).join('.*')} *\\n`,
  )
  return new RegExp(`^${lines.join('')}$`)
}

describe.each(pages)('%s', (page) => {
  const examples = examplesOf(readFileSync(join(root, page), 'utf8'))

  test.skipIf(examples.length === 0)(
    'its examples print what it shows',
    () => {
      const cwd = clone(page)
      for (const {command, shown} of examples) {
        const {status, stdout} = run(command, cwd)
        expect({command, status, stdout}).toMatchObject({command, status: 0})
        if (shown.length > 0) expect(stdout, command).toMatch(patternOf(shown))
      }
    },
    120_000,
  )
})

test('what pages show is looked at', () => {
  expect(pages.flatMap((page) => examplesOf(readFileSync(join(root, page), 'utf8'))).length).toBeGreaterThan(10)
  const pattern = patternOf(['a', '…', 'b … d'])
  expect(['a\nb c d\n', 'a\nx\ny\nb c d\n', 'a\nb c\n', 'b c d\n'].map((text) => pattern.test(text))).toEqual([
    true,
    true,
    false,
    false,
  ])
})
