import {globSync, readFileSync} from 'node:fs'

import {describe, expect, it} from 'vitest'

import {loadParser} from '../../../../src/declared/hcl/parse/hcl2json.ts'
import {simpleExpression} from '../../../../src/declared/hcl/parse/simple-expression.ts'
import {compileByParser, isTemplate} from '../../../../src/declared/hcl/parse/templates.ts'

const edges = [
  'f()',
  'f(1,)',
  '[]',
  '[1,]',
  'f(a, b...)',
  'null',
  'true.x',
  'a.0',
  'a[0].b["c d"]',
  ' f ( 1 ) ',
  'f( "" )',
  '1.50',
  '007',
  '1e5',
  '-1',
  '"a"',
  'a .b',
  'a. b',
  'a[ 0 ]',
  'for',
  'provider::aws::x(1)',
  'f(\n1,\n2\n)',
  '[\n"a",\n"b"\n]',
  'f([])',
  'a-b',
  'a-b.c',
  '"é"',
  'a["é"]',
  'a # x\n',
  'if',
  'in',
  'f(for)',
  'a.b.for',
  'f(a)[0]',
  'f(a).b',
  '[1][0]',
  '1.0',
  '100000000000000',
  '1234567890123456',
  '"a" ',
  '"${a}"',
  'a ? b : c',
  'a[b]',
  'a.*.b',
  'a[*]',
  '{}',
  '(a)',
  '!a',
  '[for x in y : x]',
  'f(g(h(1, "x"), [a.b]), null)',
  '"$"',
  '"%"',
  '"\\n"',
  'a.b-c',
  'f(a)f',
  'a b',
  '',
  ' ',
  '[',
  'f(',
  'a["b',
].map((expression) => `\${${expression}}`)

async function templatesIn(file: string): Promise<readonly string[]> {
  const {parse} = await loadParser()
  const found: string[] = []
  JSON.stringify(await parse(file, readFileSync(file, 'utf8')).catch(() => ({})), (key, value: unknown) => {
    for (const text of [key, value]) if (typeof text === 'string' && isTemplate(text)) found.push(text)
    return value
  })
  return found
}

describe('an expression that is read without the parser', () => {
  it('is what the parser makes of it', async () => {
    const inFiles = await Promise.all(globSync('fixtures/hcl/**/*.tf').map(templatesIn))
    const texts = [...new Set([...edges, ...inFiles.flat()])]
    const read = texts.flatMap((text) => {
      const simple = simpleExpression(text)
      return simple ? [[text, simple] as const] : []
    })
    expect(read.length).toBeGreaterThan(texts.length / 3)
    const parsed = await compileByParser(
      read.map(([text]) => text),
      await loadParser(),
    )
    expect(Object.fromEntries(read)).toEqual(Object.fromEntries(parsed))
  })

  it.each([['a ? b : c'], ['"${a}"'], ['a[b]'], ['f(a...)'], ['{}'], ['!a']])('is none of these: %s', (expression) => {
    expect(simpleExpression(`\${${expression}}`)).toBeUndefined()
  })
})
