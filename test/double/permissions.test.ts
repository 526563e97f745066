import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test, vi} from 'vitest'

import {actionNamed} from '../../src/aws/iam-action.ts'
import type {LiveChoice} from '../../src/live/abilities.ts'
import {silentProgress} from '../../src/model/progress.ts'
import {planPermissions, type PermissionRequest} from '../../src/pipeline/permissions.ts'
import {scanned} from './scanned.ts'
import {commonest} from './scenario.ts'

vi.setConfig({testTimeout: 90_000})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trueup-permissions-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, {recursive: true})
})

const world = {seed: 5, accounts: 1, regions: ['eu-central-1'], perPlace: 60, ...commonest, drifted: 0.3, missing: 0.1}

/** IAM's prefixes of services that sign by another name. */
const prefixes: Readonly<Record<string, string>> = {
  cloudcontrolapi: 'cloudformation',
  monitoring: 'cloudwatch',
  tagging: 'tag',
}

/** AWS allows these to everybody, or the double's caller has them of a role. */
const free = new Set(['sts:GetCallerIdentity', 'sts:AssumeRole'])

function actionOf(call: string): string {
  const [service = '', operation = ''] = call.split(':')
  return actionNamed(prefixes[service] ?? service, operation)
}

async function granted(
  choice: LiveChoice,
  only?: readonly string[],
  purposes: PermissionRequest['purposes'] = ['scan'],
): Promise<ReadonlySet<string>> {
  const surroundings = {
    now: new Date('2026-05-01T12:00:00Z'),
    version: '0.0.0',
    stdin: (async function* () {})(),
    signal: new AbortController().signal,
    progress: silentProgress,
  }
  const states = [join(folder, '*.tfstate')]
  const scope = {choice, states, only, types: [], roles: [], organization: false}
  const {reader} = await planPermissions({purposes, ...scope}, surroundings)
  return new Set(reader.flatMap(({Statement}) => Statement.flatMap(({Action}) => Action)))
}

test.each([
  ['auto', undefined],
  ['service', undefined],
  ['auto', ['aws_sqs_queue', 'aws_vpc']],
  ['service', ['aws_sqs_queue', 'aws_vpc']],
] as const)(
  'the policy for states with --live %s, --only %s allows each call of a scan of them',
  async (choice, only) => {
    const {calls} = await scanned(world, {folder, live: {choice}, ...(only && {only})})
    const called = new Set(calls.map(({call}) => actionOf(call)).filter((action) => !free.has(action)))
    const allowed = await granted(choice, only)
    expect([...called].filter((action) => !allowed.has(action))).toEqual([])
    expect(allowed.has('iam:GetAccountAuthorizationDetails'), 'what nobody declares').toBe(!only)
  },
)

test('and with --for attribute, each call of --attribute, whoever reads', async () => {
  const few = {...world, perPlace: 1, fixtures: ['aws_db_instance'], globalFixtures: [], drifted: 1, missing: 0}
  const {calls} = await scanned(few, {folder, live: {choice: 'service'}, attribute: true})
  const called = new Set(calls.map(({call}) => actionOf(call)).filter((action) => !free.has(action)))
  expect(called).toContain('config:ListDiscoveredResources')
  const allowed = await granted('service', undefined, ['scan', 'attribute'])
  expect([...called].filter((action) => !allowed.has(action))).toEqual([])
})
