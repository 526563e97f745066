import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {describe, expect, it} from 'vitest'

import {isFunction} from '../../../../src/declared/hcl/functions/index.ts'
import {files} from './function-context.ts'
import {expression, functionRows} from './function-rows.ts'
import type {Row, Written} from './function-rows.ts'

const installed = spawnSync('terraform', ['version'], {encoding: 'utf8'}).status === 0

const asked = functionRows().filter(([name, row]) => row.unasked === undefined && !name.includes('::') && isKnown(row))

/** What their arguments evaluate to is for the evaluator to see; `type` is for the console alone. */
const lazy = new Set(['can', 'try', 'type'])

describe.skipIf(!installed)('Terraform itself', () => {
  it('has no function that is missing here', () => {
    const {stdout} = spawnSync('terraform', ['metadata', 'functions', '-json'], {encoding: 'utf8'})
    const signatures = JSON.parse(stdout) as {function_signatures: Record<string, unknown>}
    const names = Object.keys(signatures.function_signatures)
    expect(names.length).toBeGreaterThan(100)
    expect(names.filter((name) => !isFunction(name) && !lazy.has(name.replace('core::', '')))).toEqual([])
  })

  it('agrees with every row that can be put to it', () => {
    const answers = ask(asked.map(([name, row]) => expression(name, row.args)))
    const differing = asked.flatMap(([name, row], at) => {
      const [ours, theirs] = [JSON.stringify(expected(row)), JSON.stringify(answers[at])]
      return ours === theirs ? [] : [{call: expression(name, row.args), ours, theirs}]
    })
    expect(answers).toHaveLength(asked.length)
    expect(differing).toEqual([])
  })
})

/** Unknowns cannot be written as literals. */
function isKnown(row: Row): boolean {
  return !JSON.stringify(row).includes('"$unknown"')
}

/** One run for all: a local value holds the results as JSON, for `terraform console` shows no more than one answer. */
function ask(calls: readonly string[]): readonly unknown[] {
  const folder = mkdtempSync(join(tmpdir(), 'trueup-console-'))
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), {recursive: true})
      writeFileSync(join(folder, path), content)
    }
    const results = calls.map(
      (call) => `    try(jsonencode({secret = issensitive(${call}), value = ${call}}), "null"),`,
    )
    writeFileSync(join(folder, 'main.tf'), ['locals {', '  results = [', ...results, '  ]', '}', ''].join('\n'))
    const input = 'base64encode(nonsensitive(jsonencode(local.results)))\n'
    const {stdout, stderr} = spawnSync('terraform', ['console'], {cwd: folder, input, encoding: 'utf8'})
    if (!stdout.startsWith('"')) throw new Error(`terraform console: ${stdout}${stderr}`)
    return (JSON.parse(Buffer.from(JSON.parse(stdout) as string, 'base64').toString()) as string[]).map((result) =>
      sorted(JSON.parse(result) as Written),
    )
  } finally {
    rmSync(folder, {recursive: true})
  }
}

function expected(row: Row): unknown {
  if (row.error !== undefined) return null
  const value = row.result as Written
  const secret = value !== null && typeof value === 'object' && '$sensitive' in value
  return {secret, value: sorted(plain(value))}
}

/** Without the marks that JSON of Terraform does not show. */
function plain(value: Written): Written {
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  const record = value as {readonly [key: string]: Written}
  const content = record['$set'] ?? record['$sensitive']
  if (content !== undefined) return plain(content)
  return Object.fromEntries(Object.entries(record).map(([key, part]) => [key, plain(part)]))
}

function sorted(value: Written): Written {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value as {readonly [key: string]: Written})
  return Object.fromEntries(
    entries.map(([key, part]) => [key, sorted(part)] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}
