import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'

import {afterEach, describe, expect, test, vi} from 'vitest'

import HistoryCommand from '../../src/commands/history.ts'
import HistoryPrune from '../../src/commands/history/prune.ts'
import type {ReportJson} from '../../src/report/schema.ts'
import {runCommand} from '../cli/run-command.ts'
import {
  asItIs,
  blind,
  history,
  isOfBackups,
  lines,
  ofBackups,
  retention,
  root,
  scan,
  withBackups,
  workspace,
} from './kept-scans.ts'

afterEach(() => vi.unstubAllEnvs())

describe('kept scans', () => {
  test('tell what is gone and what came back, and when', async () => {
    expect(lines.some((line) => retention.test(line))).toBe(true)
    const place = workspace()
    await scan(place, 1, asItIs)
    await scan(place, 2, withBackups)
    await scan(place, 4, asItIs)
    const first = await history(place.keep, 5, '--last', '1')
    expect(first.counts).toMatchObject({new: 0, gone: 0, recurring: 1})
    const [back] = first.findings
    expect(back).toMatchObject({
      address: ofBackups,
      standing: 'recurring',
      appearances: [
        {firstSeen: '2026-11-01T12:00:00.000Z', gone: '2026-11-02T12:00:00.000Z'},
        {firstSeen: '2026-11-04T12:00:00.000Z'},
      ],
      seconds: 86_400,
    })
    await scan(place, 6, withBackups)
    const second = await history(place.keep, 7, '--since', '4d')
    expect(second.counts).toMatchObject({new: 0, gone: 1, recurring: 0})
    expect(second.since).toBe('2026-11-02T12:00:00.000Z')
    expect(second.runs.map(({at}) => at.slice(8, 10))).toEqual(['04', '06'])
  })

  test('have the trend of their scope in the report', async () => {
    const place = workspace()
    await scan(place, 1, asItIs)
    await scan(place, 2, asItIs, '--only', 'aws_instance')
    const {stdout} = await scan(place, 3, withBackups)
    const {trend, summary, tagCoverage} = JSON.parse(stdout) as ReportJson
    expect(trend?.runs.map(({at}) => at.slice(8, 10))).toEqual(['01', '03'])
    expect(trend?.runs.at(-1)).toMatchObject({
      findings: {total: summary.total, bySeverity: summary.bySeverity},
      tags: {...tagCoverage?.total, byKey: tagCoverage?.by.key},
    })
    expect(trend?.runs[0]?.accelerators?.[0]?.currency).toBe('USD')
  })

  test('that looked at less, or at something else, say nothing of the others', async () => {
    const place = workspace()
    await scan(place, 1, asItIs)
    await scan(place, 2, asItIs, '--skip', 'aws_db_instance')
    const {otherScopes, scope, counts} = await history(place.keep, 3)
    expect(scope.of['skip']).toEqual(['aws_db_instance'])
    expect(counts.gone).toBe(0)
    expect(otherScopes).toMatchObject([{runs: 1, latest: '2026-11-01T12:00:00.000Z'}])
    const other = await history(place.keep, 3, '--scope', otherScopes[0]?.id ?? '')
    expect(other.scope.of).not.toHaveProperty('skip')
  })

  test('that could not look leave it open, until one can', async () => {
    const place = workspace()
    await scan(place, 1, asItIs)
    await scan(place, 2, blind)
    const open = await history(place.keep, 3)
    expect(open.findings.find(isOfBackups)?.standing).toBe('unknown')
    await scan(place, 4, withBackups)
    const closed = await history(place.keep, 5)
    expect(closed.findings.find(isOfBackups)).toMatchObject({
      standing: 'gone',
      seconds: 3 * 86_400,
    })
  })

  test.each([
    ['one by one', 'path: backup_retention_period'],
    ['as a whole, so that nobody looks', 'type: aws_db_instance'],
  ])('in which it is ignored, %s, do not say that it is gone', async (_, rule) => {
    const place = workspace()
    const ignores = join(place.folder, 'ignores.yaml')
    writeFileSync(ignores, `ignore:\n  - ${rule}\n    reason: the platform team has it\n`)
    await scan(place, 1, asItIs)
    await scan(place, 2, asItIs, '--ignore-file', ignores)
    await scan(place, 3, asItIs, '--ignore-file', ignores)
    expect((await history(place.keep, 4)).findings.find(isOfBackups)?.standing).toBe('ignored')
    await scan(place, 5, asItIs)
    expect((await history(place.keep, 6)).findings.find(isOfBackups)).toMatchObject({
      standing: 'still',
      seconds: 4 * 86_400,
    })
  })

  test('have one name wherever their files lie', async () => {
    const [here, there] = [workspace(), workspace()]
    await scan(here, 1, asItIs, '--keep-as', 'prod')
    await scan({...there, keep: here.keep}, 2, asItIs, '--keep-as', 'prod')
    const {runs, scope, otherScopes} = await history(here.keep, 3)
    expect(runs).toHaveLength(2)
    expect(otherScopes).toEqual([])
    expect(scope.of).toMatchObject({name: ['prod'], state: ['given']})
  })

  test('hold no value of any object', async () => {
    const place = workspace()
    await scan(place, 1, asItIs)
    const [file = ''] = readdirSync(join(place.keep, 'runs'))
    const text = gunzipSync(readFileSync(join(place.keep, 'runs', file))).toString()
    expect(text).not.toMatch(/"(?:before|after|configured|value)":/)
  })

  test('older ones are dropped where that is asked', async () => {
    const place = workspace()
    for (const day of [1, 2, 3]) await scan(place, day, asItIs, '--keep-last', '2')
    expect((await history(place.keep, 4)).runs.map(({at}) => at.slice(8, 10))).toEqual(['02', '03'])
  })
})

describe('a history', () => {
  test('as text', async () => {
    const place = workspace()
    await scan(place, 1, asItIs)
    await scan(place, 3, withBackups)
    vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2026, 10, 4, 12) / 1000))
    for (const [format, fixture] of [
      ['terminal', 'demo.txt'],
      ['markdown', 'demo.md'],
    ] as const) {
      const {stdout, exit} = await runCommand(HistoryCommand, ['--keep', place.keep, '--report', format])
      expect(exit).toBe(0)
      const text = stdout.replaceAll(place.folder, '(folder)').replaceAll(/\([\da-f]{12}\)/g, '(id)')
      // Where the lines of the scope break depends on where this folder lies.
      const named = text.replaceAll(/\S*live\.jsonl\S*/g, 'live.jsonl')
      const unbroken = named.replace(/^Scope[^]*?(?=^Runs)/m, (scope) => `${scope.trim().replaceAll(/\s+/g, ' ')}\n`)
      await expect(unbroken).toMatchFileSnapshot(join(root, 'fixtures/history', fixture))
    }
  })

  test('is not written over the reports of scans that a project file names', async () => {
    const place = workspace()
    await scan(place, 1, asItIs)
    const project = join(place.folder, 'trueup.yaml')
    writeFileSync(project, 'history: history\nreports: [sarif=drift.sarif, json=drift.json]\n')
    const {stdout, exit} = await runCommand(HistoryCommand, ['--project', project])
    expect(exit).toBe(0)
    expect(stdout).toContain('STILL THERE')
    expect(readdirSync(place.folder).toSorted()).toEqual(['history', 'live.jsonl', 'trueup.yaml'])
    const unknown = await runCommand(HistoryCommand, ['--project', project, '--report', 'sarif'])
    expect(unknown.error).toMatchObject({code: 'report-format-unknown'})
  })

  test('with a damaged run names it, and ends in exit code 3', async () => {
    const place = workspace()
    await scan(place, 1, asItIs)
    await scan(place, 2, asItIs)
    const [file = ''] = readdirSync(join(place.keep, 'runs'))
    writeFileSync(join(place.keep, 'runs', file), 'torn')
    const {stdout, exit} = await runCommand(HistoryCommand, ['--keep', place.keep])
    expect(exit).toBe(3)
    expect(stdout).toContain('A kept run is torn or damaged')
    rmSync(join(place.keep, 'index.json.gz'))
    const {stdout: scanned} = await scan(place, 3, asItIs)
    expect((JSON.parse(scanned) as ReportJson).trend).toMatchObject({unreadable: 1})
  })

  test.each([
    [['--keep', '/nowhere/at/all'], 'history-empty'],
    [[], 'no-history'],
    [['--keep', 'none'], 'no-history'],
    [['--keep', '/nowhere', '--since', 'yesterday'], 'history-span-invalid'],
    [['--keep', 'ftp://x'], 'history-place-invalid'],
  ])('%j: %s', async (flags, code) => {
    const {error, exit} = await runCommand(HistoryCommand, flags)
    expect(error).toMatchObject({code})
    expect(exit).toBe(2)
  })

  test('is pruned where that is said twice, and never to nothing', async () => {
    const place = workspace()
    for (const day of [1, 2, 3, 4]) await scan(place, day, asItIs)
    const prune = async (...flags: string[]) => runCommand(HistoryPrune, ['--keep', place.keep, ...flags])
    expect((await prune('--keep-last', '3')).stdout).toContain('1 run would go; 3 runs stay')
    expect(readdirSync(join(place.keep, 'runs'))).toHaveLength(4)
    expect((await prune('--keep-last', '3', '--apply')).stdout).toContain('1 run taken away; 3 runs stay')
    vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2027, 0, 1) / 1000))
    expect((await prune('--older-than', '1d', '--apply')).stdout).toContain('2 runs taken away; 1 run stays')
    expect((await prune('--older-than', '1d', '--apply')).stdout).toContain('Nothing to take away; 1 run stays')
    expect((await prune()).error).toMatchObject({code: 'history-retention-missing'})
    expect((await history(place.keep, 30)).runs).toHaveLength(1)
  })
})

test('a history that cannot be written to costs neither report nor verdict', async () => {
  const place = workspace()
  writeFileSync(place.keep, 'a file where the folder should be')
  const {exit, stderr, stdout} = await scan(place, 1, asItIs)
  expect(exit).toBe(3)
  expect(stderr).toContain('history-not-readable')
  expect((JSON.parse(stdout) as ReportJson).findings.length).toBeGreaterThan(0)
  expect((await scan(place, 2, asItIs, '--fail-on', 'low')).exit).toBe(1)
})
