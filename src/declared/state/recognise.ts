import {stateError} from './state-errors.ts'

/** Fails for files that people take for a state, by their first bytes. JSON is left to the parser. */
export function recognise(head: Buffer, file: string): void {
  // https://developer.hashicorp.com/terraform/internals/json-format: `terraform plan -out` writes a zip archive.
  if (head.subarray(0, 4).toString('latin1') === 'PK\x03\x04') throw stateError('plan-file', {file})
  const text = head.toString('utf8').trimStart()
  // https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
  if (text.startsWith('version https://git-lfs')) throw stateError('git-lfs-pointer', {file})
  if (/^<[!?a-z]/i.test(text)) throw stateError('html-page', {file})
}
