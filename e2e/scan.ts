import {spawn} from 'node:child_process'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {ReportJson} from '../src/report/schema.ts'

export const region = 'eu-central-1'

export interface Key {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

export const anyKey: Key = {accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-a-secret'}

/** A resource of a state, as Terraform writes it. */
export interface Resource {
  readonly type: string
  readonly name: string
  readonly attributes: Readonly<Record<string, unknown>>
}

/** Runs `trueup scan` over a state, as a person would, with AWS being at `url`. */
export async function scan(
  resources: readonly Resource[],
  live: string,
  {url, key = anyKey, flags = []}: {readonly url: string; readonly key?: Key; readonly flags?: readonly string[]},
): Promise<ReportJson> {
  const folder = await mkdtemp(join(tmpdir(), 'trueup-e2e-'))
  try {
    const state = join(folder, 'terraform.tfstate')
    await writeFile(state, JSON.stringify(stateOf(resources)))
    return await reported(['--state', state, '--live', live, ...flags], {url, key})
  } finally {
    await rm(folder, {recursive: true})
  }
}

interface Caller {
  readonly url: string
  readonly key?: Key
  readonly env?: Readonly<Record<string, string>>
}

/** The report of a scan with these flags. */
export async function reported(flags: readonly string[], caller: Caller): Promise<ReportJson> {
  const {stdout, stderr} = await scanned(flags, caller)
  const answer = stdout === '' ? undefined : (JSON.parse(stdout) as ReportJson | {readonly error: object})
  if (answer === undefined || 'error' in answer) throw new Error(stdout + stderr)
  return answer
}

/** What a scan that cannot begin says. */
export async function refused(flags: readonly string[], caller: Caller): Promise<Readonly<Record<string, unknown>>> {
  const {stdout} = await scanned(flags, caller)
  return (JSON.parse(stdout) as {readonly error: Readonly<Record<string, unknown>>}).error
}

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A scan with these flags, however it ends. */
async function scanned(flags: readonly string[], {url, key = anyKey, env}: Caller): Promise<Ended> {
  const home = await mkdtemp(join(tmpdir(), 'trueup-e2e-home-'))
  try {
    const argv = ['scan', ...flags, '--region', region, '--json', '--fail-on', 'none']
    return await run(argv, {...environment(url, key, home), ...env})
  } finally {
    await rm(home, {recursive: true})
  }
}

/** Findings of declared resources: what else an emulator holds by itself is nobody's. */
export function declared({findings}: ReportJson): readonly string[] {
  return findings.flatMap(({code, address, path}) =>
    address === undefined ? [] : [`${code} ${address} ${path ?? ''}`.trim()],
  )
}

/** Gaps that hide something which is declared. */
export function hiding({gaps}: ReportJson): readonly string[] {
  return gaps.filter(({hides}) => hides.count > 0).map(({reason, type, action}) => `${reason} ${type} ${action}`)
}

/** A state of these resources. */
export function stateOf(resources: readonly Resource[]): object {
  return {
    version: 4,
    terraform_version: '1.11.4',
    serial: 1,
    lineage: 'e2e',
    outputs: {},
    resources: resources.map(({type, name, attributes}) => ({
      mode: 'managed',
      type,
      name,
      provider: 'provider["registry.terraform.io/hashicorp/aws"]',
      instances: [{schema_version: 1, attributes, sensitive_attributes: []}],
    })),
  }
}

function environment(url: string, {accessKeyId, secretAccessKey}: Key, folder: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: folder,
    XDG_CACHE_HOME: join(folder, 'cache'),
    NO_COLOR: '1',
    TZ: 'UTC',
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
  }
}

async function run(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  const program = join(import.meta.dirname, '../bin/dev.js')
  const child = spawn(process.execPath, [program, ...argv], {env, stdio: ['ignore', 'pipe', 'pipe']})
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (text) => (stdout += String(text)))
  child.stderr.on('data', (text) => (stderr += String(text)))
  const code = await new Promise<number | null>((closed) => child.on('close', closed))
  return {code, stdout, stderr}
}
