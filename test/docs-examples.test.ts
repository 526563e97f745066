import {spawnSync} from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, dirname, join} from 'node:path'

import {afterAll, beforeAll, expect, test} from 'vitest'

const root = join(import.meta.dirname, '..')
const pages = globSync('docs/*.md', {cwd: root}).toSorted()

/** A command of a page, and what the page shows of its output; or a file that it tells to write, or to add to. */
type Example =
  | {readonly command: string; readonly shown: readonly string[]}
  | {readonly file: string; readonly text: string}

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

/** Blocks of `console`; blocks of other languages that begin with `# NAME`, in the order of the page. */
function examplesOf(text: string): readonly Example[] {
  const blocks = [...text.matchAll(/^```(console|yaml)\n(?:# (\S+)\n)?([^]*?)^```$/gm)]
  return blocks.flatMap(([, language, file, block = '']): readonly Example[] => {
    if (language === 'yaml') return file === undefined ? [] : [{file, text: block}]
    return block.split(/^\$ /m).flatMap((part) => {
      const [command = '', ...shown] = part.trimEnd().split('\n')
      return command === '' ? [] : [{command, shown}]
    })
  })
}

function follow(example: Example, cwd: string): void {
  if ('file' in example) {
    mkdirSync(dirname(join(cwd, example.file)), {recursive: true})
    appendFileSync(join(cwd, example.file), example.text)
    return
  }
  const {command, shown} = example
  const {status, stdout} = run(command, cwd)
  expect({command, status, stdout}).toMatchObject({command, status: 0})
  if (shown.length > 0) expect(stdout, command).toMatch(patternOf(shown))
}

/** `…` stands for any text, on a line of its own for any lines. */
function patternOf(shown: readonly string[]): RegExp {
  const lines = shown.map((line) =>
    line === '…' ? '(?:.*\\n)*?' : `${line.split('…').map(literally).join('.*')} *\\n`,
  )
  return new RegExp(`^${lines.join('')}$`)
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

const pagesWithExamples = pages.flatMap((page) => {
  const examples = examplesOf(readFileSync(join(root, page), 'utf8'))
  return examples.length > 0 ? [{page, examples}] : []
})

test.each(pagesWithExamples)(
  '$page: its examples print what it shows',
  ({page, examples}) => {
    const cwd = clone(page)
    for (const example of examples) follow(example, cwd)
  },
  120_000,
)

test('what pages show is looked at', () => {
  expect(pagesWithExamples.flatMap(({examples}) => examples).length).toBeGreaterThan(10)
  const pattern = patternOf(['a', '…', 'b … d'])
  expect(['a\nb c d\n', 'a\nx\ny\nb c d\n', 'a\nb c\n', 'b c d\n'].map((text) => pattern.test(text))).toEqual([
    true,
    true,
    false,
    false,
  ])
})
