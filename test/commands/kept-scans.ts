import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {Ajv2020} from 'ajv/dist/2020.js'
import {expect, onTestFinished, vi} from 'vitest'

import HistoryCommand from '../../src/commands/history.ts'
import Scan from '../../src/commands/scan.ts'
import type {HistoryJson} from '../../src/report/over-time/schema.ts'
import {runCommand} from '../cli/run-command.ts'

export const root = join(import.meta.dirname, '../..')
const demo = join(root, 'fixtures/demo')
export const lines = readFileSync(join(demo, 'live.jsonl'), 'utf8').trimEnd().split('\n')

export function workspace() {
  const folder = mkdtempSync(join(tmpdir(), 'trueup-history-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  return {folder, keep: join(folder, 'history'), snapshot: join(folder, 'live.jsonl')}
}

export type Workspace = ReturnType<typeof workspace>

/** Its last line counts the others. */
function snapshotOf(events: readonly string[]): string {
  const others = events.slice(0, -1)
  const {counts} = JSON.parse(events.at(-1) ?? '{}') as {counts: object}
  const recount = (kind: string) => others.filter((line) => line.startsWith(`{"kind":"${kind}"`)).length
  const end = {kind: 'end', counts: Object.fromEntries(Object.keys(counts).map((kind) => [kind, recount(kind)]))}
  return `${[...others, JSON.stringify(end)].join('\n')}\n`
}

/** A scan of the sample on a day, with what somebody did to AWS meanwhile. */
export async function scan(
  {keep, snapshot}: Workspace,
  day: number,
  mend: (line: string) => string | undefined,
  ...flags: string[]
) {
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2026, 10, day, 12) / 1000))
  writeFileSync(snapshot, snapshotOf(lines.flatMap((line) => mend(line) ?? [])))
  const source = ['--state', 'fixtures/demo/terraform.tfstate', '--snapshot', snapshot]
  const policy = ['--policy', 'policies/finops-baseline.yaml']
  return runCommand(Scan, [...source, ...policy, '--keep', keep, '--json', '--fail-on', 'none', ...flags])
}

export async function history(keep: string, day: number, ...flags: string[]): Promise<HistoryJson> {
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2026, 10, day, 12) / 1000))
  const {stdout} = await runCommand(HistoryCommand, ['--keep', keep, '--json', ...flags])
  const told: unknown = JSON.parse(stdout)
  const schema = JSON.parse(readFileSync(join(root, 'schemas/history.schema.json'), 'utf8')) as object
  const validate = new Ajv2020().compile(schema)
  expect(validate(told), JSON.stringify(validate.errors)).toBe(true)
  return told as HistoryJson
}

export const asItIs = (line: string) => line
/** The registry's backups are set back to what is declared; see `fixtures/demo`. */
export const retention = /"BackupRetentionPeriod": ?1\b/
export const withBackups = (line: string) => line.replace(retention, '"BackupRetentionPeriod":14')
/** As if nobody could read databases: neither that they were read is there, nor they are. */
export const blind = (line: string) => (line.includes('"AWS::RDS::DBInstance"') ? undefined : line)
export const ofBackups = 'aws_db_instance.registry'
export const isOfBackups = ({address, code}: HistoryJson['findings'][number]) =>
  address === ofBackups && code === 'drifted'
