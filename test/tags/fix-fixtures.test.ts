import {cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, onTestFinished, test} from 'vitest'

import TagsFix from '../../src/commands/tags/fix.ts'
import type {TagFixJson} from '../../src/report/tag-fix-schema.ts'
import {runCommand} from '../cli/run-command.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'fixtures/tags/fix')
const policy = join(folder, 'policy.yaml')
const schema = JSON.parse(readFileSync(join(root, 'schemas/tag-fix.schema.json'), 'utf8')) as object
const cases = globSync('*/main.tf*', {cwd: folder}).map(dirname).toSorted()

/** Each folder is code of one kind; beside each file is what becomes of it. */
describe('tags fix --write', () => {
  test.each(cases)('%s', async (name) => {
    const code = copyOf(name)
    const plan = await fix(code, name)
    for (const file of codeIn(code)) {
      await expect(readFileSync(join(code, file), 'utf8')).toMatchFileSnapshot(join(folder, name, `${file}.expected`))
    }
    await expect(`${JSON.stringify(told(plan, code), null, 2)}\n`).toMatchFileSnapshot(join(folder, name, 'plan.json'))
  })

  test.each(cases)('%s: a second run changes nothing', async (name) => {
    const code = copyOf(name)
    await fix(code, name)
    const once = contents(code)
    const again = await fix(code, name)
    expect(contents(code)).toEqual(once)
    expect(again.written).toEqual([])
  })

  const layouts: readonly (readonly [string, (text: string) => string])[] = [
    ['lines that end in CR and LF', (text) => text.replaceAll('\n', '\r\n')],
    ['tabs', (text) => text.replaceAll(/^(?: {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2))],
    ['a byte order mark', (text) => `\uFEFF${text}`],
    ['no line break at the end', (text) => text.trimEnd()],
  ]

  test.each(cases.flatMap((name) => layouts.map(([layout, as]) => [name, layout, as] as const)))(
    '%s, with %s: the same edits, and all else as it was',
    async (name, _, as) => {
      const [plain, other] = [copyOf(name), copyOf(name)]
      await fix(plain, name)
      for (const file of codeIn(other)) rewrite(join(other, file), as)
      await fix(other, name)
      for (const file of codeIn(plain)) {
        const expected = as(readFileSync(join(plain, file), 'utf8'))
        expect(readFileSync(join(other, file), 'utf8')).toBe(expected)
      }
    },
  )
})

test('without --write nothing is written', async () => {
  const code = copyOf('object')
  const before = contents(code)
  const {stdout} = await runCommand(TagsFix, ['--config', code, ...asked('object')])
  expect(contents(code)).toEqual(before)
  await expect(stdout.replaceAll(code, '')).toMatchFileSnapshot(join(folder, 'object', 'plan.txt'))
})

async function fix(code: string, name: string): Promise<TagFixJson> {
  const {stdout} = await runCommand(TagsFix, ['--json', '--write', '--config', code, ...asked(name)])
  const plan: unknown = JSON.parse(stdout)
  const validate = new Ajv2020().compile(schema)
  expect(validate(plan), `${stdout} ${JSON.stringify(validate.errors)}`).toBe(true)
  return plan as TagFixJson
}

function asked(name: string): readonly string[] {
  const flags = join(folder, name, 'flags.json')
  const more = existsSync(flags) ? (JSON.parse(readFileSync(flags, 'utf8')) as string[]) : []
  return ['--policy', policy, '--set', 'CostCenter=4100', '--owner', '*=platform', ...more]
}

function told({code, left, written}: TagFixJson, copy: string): object {
  return JSON.parse(JSON.stringify({code, left, written}).replaceAll(copy, '')) as object
}

function copyOf(name: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'trueup-fix-'))
  onTestFinished(() => rmSync(copy, {recursive: true}))
  cpSync(join(folder, name), copy, {recursive: true})
  return copy
}

function codeIn(code: string): readonly string[] {
  return globSync('**/*.tf{,.json}', {cwd: code}).toSorted()
}

function contents(code: string): Readonly<Record<string, string>> {
  return Object.fromEntries(codeIn(code).map((file) => [file, readFileSync(join(code, file), 'utf8')]))
}

function rewrite(file: string, as: (text: string) => string): void {
  writeFileSync(file, as(readFileSync(file, 'utf8')))
}
