import {execFileSync} from 'node:child_process'
import {cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {afterAll, beforeAll, describe, expect, test} from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const snippets = join(root, 'fixtures/architecture')

/** A snippet's first line says what it must be told: `// rule: part of the message`, or `// nothing`. */
const cases = globSync('src/**/*.ts', {cwd: snippets})
  .toSorted()
  .map((file) => {
    const [rule = '', message = ''] = readFileSync(join(snippets, file), 'utf8').split('\n', 1)[0]!.slice(3).split(': ')
    return {file, rule, message}
  })

interface Diagnostic {
  readonly filename: string
  readonly code: string
  readonly message: string
  readonly help?: string
}

/** Away from the repository, whose lint ignores its fixtures. */
function lintSnippets(folder: string): Diagnostic[] {
  cpSync(snippets, folder, {recursive: true})
  const tsconfig = {extends: join(root, 'tsconfig.json'), compilerOptions: {types: []}}
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig))
  const oxlint = join(root, 'node_modules/.bin/oxlint')
  const args = ['--type-aware', '--format=json', `--config=${join(root, 'oxlint.config.ts')}`, '.']
  try {
    execFileSync(oxlint, args, {cwd: folder, stdio: ['ignore', 'pipe', 'inherit']})
  } catch (error) {
    return JSON.parse(String((error as {stdout: Buffer}).stdout)).diagnostics
  }
  return []
}

describe('the linter says of code that', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trueup-architecture-'))
  let diagnostics: Diagnostic[] = []

  beforeAll(() => {
    diagnostics = lintSnippets(folder)
  })
  afterAll(() => rmSync(folder, {recursive: true}))

  test.each(cases)('$file: $rule $message', ({file, rule, message}) => {
    const told = diagnostics.filter(({filename}) => filename === file)
    const expected = {code: expect.stringMatching(`\\(${rule}\\)$`), words: expect.stringContaining(message)}
    expect(told.map(({code, help, message: words}) => ({code, words: `${words} ${help}`}))).toEqual(
      rule === 'nothing' ? [] : [expected],
    )
  })
})

test('every folder of src has its rule', () => {
  const folders = new Set(cases.map(({file}) => file.split('/')[1]))
  const own = globSync('src/*', {cwd: root})
    .map((path) => path.split('/')[1])
    .filter((name) => name !== 'README.md')
  expect(own.filter((name) => !folders.has(name))).toEqual([])
})
