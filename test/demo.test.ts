import {readFileSync} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {describe, expect, onTestFinished, test, vi} from 'vitest'

import expected from '../fixtures/demo/expected.json' with {type: 'json'}
import {writeDemoSnapshot} from '../scripts/demo/snapshot.ts'
import Scan from '../src/commands/scan.ts'
import {compareText} from '../src/model/finding.ts'
import type {ReportJson} from '../src/report/schema.ts'
import {runCommand} from './cli/run-command.ts'

const live = 'fixtures/demo/live.jsonl'

interface Planned {
  readonly code: string
  readonly subject: string
  readonly path?: string
  /** Of tags: a finding each. */
  readonly keys?: readonly string[]
}

async function demo(...argv: readonly string[]): Promise<string> {
  vi.stubEnv('SOURCE_DATE_EPOCH', '1778486400')
  vi.stubEnv('NO_COLOR', '1')
  try {
    const {stdout, exit} = await runCommand(Scan, ['--demo', '--fail-on', 'none', ...argv])
    expect(exit).toBe(0)
    return stdout
  } finally {
    vi.unstubAllEnvs()
  }
}

describe('the embedded sample', async () => {
  const {findings, gaps, coverage, spend} = JSON.parse(await demo('--json')) as ReportJson
  const told = findings.filter(({code}) => code !== 'owned-elsewhere')

  test('yields every planned finding once, and no other', () => {
    const planned = (expected.findings as readonly Planned[]).flatMap(({code, subject, path, keys}) =>
      (keys ?? [undefined]).map((key) => lineOf([code, subject, path, key])),
    )
    const lines = told.map(({code, address, id, path, args}) => lineOf([code, address ?? id, path, args?.key]))
    expect(lines.toSorted(compareText)).toEqual(planned.toSorted(compareText))
  })

  test('leaves what others keep alone', () => {
    expect(findings.length - told.length).toBe(expected['owned-elsewhere'])
  })

  test('accounts for every resource', () => {
    expect(coverage.resources).toMatchObject(expected.resources)
    const {declared, compared, missing, notLookedAt} = coverage.resources
    expect(compared + missing + notLookedAt).toBe(declared)
  })

  test('says what could not be checked', () => {
    // The rest is what the catalogue does not know yet.
    const planned = gaps.filter(({reason}) => reason !== 'unsupported-type')
    const byReason = Map.groupBy(planned, ({reason}) => reason)
    const types = [...byReason].map(([reason, alike]) => [reason, alike.map(({type}) => type)])
    expect(Object.fromEntries(types)).toEqual(expected.gaps)
  })

  test('prices its accelerators', () => {
    expect(spend).toMatchObject(expected.spend)
  })

  test('is judged by another policy on demand', async () => {
    const {inputs} = JSON.parse(await demo('--json', '--policy', 'policies/accelerators-strict.yaml')) as ReportJson
    expect(inputs.policies).toEqual(['Accelerators, strict'])
  })

  test('reads well', async () => {
    const text = (await demo()).replace(/^trueup \S+/, 'trueup VERSION')
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, '../fixtures/report/demo.txt'))
  })
})

test('its live side is what its generator writes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trueup-demo-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  const written = join(folder, 'live.jsonl')
  await writeDemoSnapshot(written)
  expect(readFileSync(written, 'utf8')).toBe(readFileSync(live, 'utf8'))
})

function lineOf(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ')
}

test('a format that is not there is told in plain words', async () => {
  const {stderr, exit} = await runCommand(Scan, ['--demo', '--report', 'pdf'])
  expect(exit).toBe(2)
  expect(stderr).toMatch(/^Error: there is no report format "pdf"\nHint: Formats: /)
})
