import {randomUUID} from 'node:crypto'

import {CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand} from '@aws-sdk/client-iam'

import {anyKey, region, type Key} from './scan.ts'

/** Where `run.ts` started it. */
export const moto = process.env['MOTO_URL'] ?? 'http://127.0.0.1:9'

/** For clients that make what is scanned. */
export const settings = {endpoint: moto, region, credentials: anyKey}

/** How many calls moto lets pass before it asks IAM. */
export async function passFreely(calls: number): Promise<void> {
  await fetch(`${moto}/moto-api/reset-auth`, {method: 'POST', body: String(calls)})
}

/** The key of a user who may do everything but these actions. */
export async function reader(...denied: readonly string[]): Promise<Key> {
  const iam = new IAMClient(settings)
  const UserName = `reader-${randomUUID()}`
  await iam.send(new CreateUserCommand({UserName}))
  const allow = {Effect: 'Allow', Action: '*', Resource: '*'}
  const deny = {Effect: 'Deny', Action: denied, Resource: '*'}
  const PolicyDocument = JSON.stringify({Version: '2012-10-17', Statement: [allow, deny]})
  await iam.send(new PutUserPolicyCommand({UserName, PolicyName: 'reads', PolicyDocument}))
  const {AccessKey} = await iam.send(new CreateAccessKeyCommand({UserName}))
  return {accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? ''}
}
