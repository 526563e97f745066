import type {StoredState} from '../model/stored-state.ts'
import type {PermissionRequest} from './permissions.ts'
import type {Purpose} from './purposes.ts'

/** A policy takes neither an alias nor a key without its account: https://docs.aws.amazon.com/kms/latest/developerguide/cmks-in-iam-policies.html */
const keyArn = /^arn:[\w-]+:kms:[\w-]+:\d{12}:key\//

/** The keys of states that a policy can name. */
export function keyArns(states: readonly StoredState[]): readonly string[] {
  return keysOf(states).flatMap(({key}) => (keyArn.test(key) ? [key] : []))
}

/** What has to be granted besides, and no policy here can name. */
export function permissionNotes(
  {purposes, history}: Pick<PermissionRequest, 'purposes' | 'history'>,
  states: readonly StoredState[],
): readonly string[] {
  const unnamed = keysOf(states).filter(({key}) => !keyArn.test(key))
  return [
    ...unnamed.map(
      ({key, state}) => `${state} is encrypted with the KMS key ${key}: grant kms:Decrypt on its ARN as well.`,
    ),
    ...(purposes.some((purpose) => histories.has(purpose)) ? [whereEncrypted(history ?? 'the history', writing)] : []),
    ...(purposes.some((purpose) => bills.has(purpose)) ? [whereEncrypted('a bill in S3', 'kms:Decrypt')] : []),
  ]
}

function whereEncrypted(what: string, actions: string): string {
  return `Where a KMS key of yours encrypts ${what}, grant ${actions} on that key as well.`
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html */
const writing = 'kms:Decrypt (and, to keep runs, kms:GenerateDataKey)'
const histories: ReadonlySet<Purpose> = new Set(['history', 'history-prune'])
const bills: ReadonlySet<Purpose> = new Set(['spend', 'bill', 'bill-athena'])

function keysOf(states: readonly StoredState[]): readonly {readonly key: string; readonly state: string}[] {
  return states.flatMap((state) => (state.kmsKeys?.() ?? []).map((key) => ({key, state: state.name})))
}
