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
  {url, key = anyKey}: {readonly url: string; readonly key?: Key},
): Promise<ReportJson> {
  const folder = await mkdtemp(join(tmpdir(), 'trueup-e2e-'))
  try {
    const state = join(folder, 'terraform.tfstate')
    await writeFile(state, JSON.stringify(stateOf(resources)))
    const argv = ['scan', '--state', state, '--live', live, '--region', region, '--json', '--fail-on', 'none']
    return JSON.parse(await run(argv, environment(url, key, folder))) as ReportJson
  } finally {
    await rm(folder, {recursive: true})
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

function stateOf(resources: readonly Resource[]): object {
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

async function run(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const program = join(import.meta.dirname, '../bin/dev.js')
  const child = spawn(process.execPath, [program, ...argv], {env, stdio: ['ignore', 'pipe', 'pipe']})
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (text) => (stdout += String(text)))
  child.stderr.on('data', (text) => (stderr += String(text)))
  await new Promise((closed) => child.on('close', closed))
  if (stderr !== '') throw new Error(stderr)
  return stdout
}
