import {readFileSync} from 'node:fs'
import {join} from 'node:path'

import {hasSharedData, sharedData} from '../../shared-data.ts'

const states = join(sharedData, 'states')

interface Listing {
  readonly ok: boolean
  readonly addresses?: readonly string[]
}
interface PlantedSecret {
  readonly kind: string
  readonly path: string
  readonly canary: string
}

/** Real states of format 4: what Terraform lists of them, and the secrets planted in them. */
export interface ReadableState {
  readonly name: string
  readonly file: string
  readonly addresses: readonly string[]
  readonly canaries: readonly Canary[]
}

export interface Canary {
  readonly kind: string
  readonly path: string
  readonly shows: (text: string) => boolean
}

/** Terraform refuses these two; what they record can be read all the same. */
export const refusedStates: Readonly<Record<string, readonly string[]>> = {
  'v4-aws/8e9fef325c.tfstate': ['aws_instance.app', 'aws_instance.app'],
  'v4-aws/c8a66c72bf.tfstate': ['aws_instance.vm', 'data.aws_ami.amazon-linux'],
}

export function readableStates(): readonly ReadableState[] {
  const canaries = readJson('canaries.json') as Record<string, readonly PlantedSecret[]>
  return Object.entries(listings())
    .filter(([name]) => name.startsWith('v4-'))
    .map(([name, {addresses = []}]) => ({
      name,
      file: join(states, name),
      addresses,
      canaries: (canaries[name] ?? []).map(({kind, path, canary}) => ({kind, path, shows: finder(canary)})),
    }))
}

/**
 * What was planted as a secret but is none to Terraform: outputs, which are never read (the same text elsewhere is an endpoint or
 * a region); `random_string`, which makes suffixes of names; and `secretsmanager:GetSecretValue` or the ARN of a secret, which a
 * search for `secret...: value` takes for one. Where a state marks one key of a map, its siblings were replaced too.
 */
export function isSecret({kind, path}: Canary): boolean {
  if (kind === 'random_string.result' || path.startsWith('outputs.')) return false
  if (kind === 'key=value') return !/\b(?:arn|id|secret_arn|secret_id|json>.*|actions\[\d+\])$/.test(path)
  return kind !== 'sensitive_attributes' || !/variables\.DB_(?:HOST|NAME|PORT|USER)$|cloud_run/.test(path)
}

/** Files of a folder: `v3`, `backend-pointer`. */
export function statesIn(folder: string): readonly string[] {
  const names = Object.keys(listings()).filter((name) => name.startsWith(`${folder}/`))
  return names.map((name) => join(states, name))
}

function listings(): Record<string, Listing> {
  return readJson('addresses.json') as Record<string, Listing>
}

/** Canaries are as long as what they replace, so a short one may begin a longer one. */
function finder(canary: string): (text: string) => boolean {
  const pattern = new RegExp(`${canary.replaceAll(/[^\w]/g, String.raw`\$&`)}(?![A-Z0-9])`)
  return (text) => pattern.test(text)
}

function readJson(name: string): unknown {
  return hasSharedData ? JSON.parse(readFileSync(join(states, name), 'utf8')) : {}
}
