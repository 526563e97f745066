import {existsSync, globSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'

import {describe, expect, test} from 'vitest'

import manifest from '../package.json' with {type: 'json'}
import {exitCodes} from '../src/cli/exit-codes.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const pages = ['*.md', 'src/**/*.md', 'docs/**/*.md'].flatMap((glob) => globSync(glob, {cwd: root})).toSorted()

describe.each(pages)('%s', (page) => {
  const text = read(page)

  test('links to files that exist', () => {
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) => target)
    expect(targets.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([])
  })

  test('names scripts that exist', () => {
    const scripts = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, script = '']) => script)
    expect(scripts.filter((script) => !(script in manifest.scripts))).toEqual([])
  })

  test('names commands that exist', () => {
    const commands = [...text.matchAll(/^ {4}(?:.*\| )?trueup (\w+)/gm)].map(([, command = '']) => command)
    expect(
      commands.filter(
        (command) =>
          !existsSync(join(root, `src/commands/${command}.ts`)) && !existsSync(join(root, `src/commands/${command}`)),
      ),
    ).toEqual([])
  })
})

test('the README has the two commands that CI runs, installing once for both', () => {
  const [readme, ci] = [read('README.md'), read('.ci/run')]
  for (const command of ['npm ci && npm run demo', 'npm ci && npm test']) {
    expect(readme).toContain(`\n    ${command}\n`)
  }
  expect(ci).toMatch(/bash -c 'npm ci && npm run demo'\n[^]*^phase '.*' tests$/m)
  expect(ci).toMatch(/^tests\(\) \{\n(?: {2}.*\n)* {2}npm test$/m)
})

test('the README shows the report of the sample as it is', () => {
  const shown = [...read('README.md').matchAll(/^```text\n([^]*?)^```$/gm)].map(([, text = '']) => text)
  const report = read('fixtures/report/demo.txt')
  expect(shown).toHaveLength(2)
  expect(shown.filter((text) => !report.includes(text))).toEqual([])
})

test('the README knows every exit code', () => {
  const rows = read('README.md')
    .match(/^\| [\d, ]+ \|/gm)
    ?.flatMap((row) => row.match(/\d+/g) ?? [])
  expect(rows).toEqual(Object.values(exitCodes).map(String))
})

test('the architecture document explains every folder of src', () => {
  const text = read('src/README.md')
  const folders = globSync('src/*/', {cwd: root}).map((path) => path.split('/')[1] ?? '')
  expect(folders.filter((folder) => !text.includes(`\`${folder}/\``))).toEqual([])
})
