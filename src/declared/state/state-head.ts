import {isRecord} from '../../model/value.ts'
import {stateError} from './state-errors.ts'

export interface StateHead {
  readonly serial?: number
  readonly terraformVersion?: string
  readonly lineage?: string
}

/** Members of the top level, and the values of those that were read. */
type TopLevel = ReadonlyMap<string, unknown>

/** The format that Terraform 0.12 and all later ones, and every OpenTofu, write. */
const format = 4

/** Says what the file is when it is anything but a state of format 4, and takes what a report shows of it. */
export function checkHead(top: TopLevel, file: string): StateHead {
  const version = top.get('version')
  const terraformVersion = versionText(top.get('terraform_version'))
  if (version !== format) throw otherKind(top, file, version, terraformVersion)
  const serial = top.get('serial')
  const lineage = text(top.get('lineage'))
  return {
    ...(typeof serial === 'number' ? {serial} : {}),
    ...(terraformVersion === undefined ? {} : {terraformVersion}),
    ...(lineage === undefined ? {} : {lineage}),
  }
}

function otherKind(top: TopLevel, file: string, version: unknown, terraformVersion: string | undefined): Error {
  const where = {file}
  if (top.has('encrypted_data')) return stateError('state-encrypted', where)
  if (top.has('format_version')) {
    const isState = top.has('values') && !top.has('planned_values')
    return stateError(isState ? 'state-show-output' : 'plan-file', where)
  }
  const backend = backendOf(top)
  if (backend !== undefined) return stateError('backend-pointer', where, {backend})
  if (typeof version !== 'number') {
    return stateError('not-a-state', where, {member: 'it has no "version" with the number of a state format'})
  }
  if (version > format) return stateError('state-format-newer', where, {version})
  return stateError('state-format-old', where, {version, ...(terraformVersion ? {terraformVersion} : {})})
}

/**
 * `.terraform/terraform.tfstate`: `backend` since 0.9, `remote` before, `state_store` for the pluggable ones of 1.15. Some states
 * of 0.11 keep the hash of a backend, without its type, next to their resources.
 */
function backendOf(top: TopLevel): string | undefined {
  const pointers = ['backend', 'state_store', 'remote'].map((name) => top.get(name))
  return pointers
    .map((pointer) => (isRecord(pointer) ? text(pointer['type']) : undefined))
    .find((type) => type !== undefined)
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Terraform refuses a state whose version is no version; nothing depends on it here, so it is only not repeated. */
function versionText(value: unknown): string | undefined {
  return typeof value === 'string' && /^v?\d+(\.\d+)*([-+].*)?$/.test(value) ? value : undefined
}
