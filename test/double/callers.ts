import type {World} from './world.ts'

/** Whose credentials a call was signed with. */
export interface Caller {
  readonly account: string
  readonly partition: string
  readonly arn: string
}

/** The keys that tests sign in with; they are the management account's. */
export const callerKey = 'AKIDCALLER'

/** Keys of an assumed role name the account and the role, so that the double has nothing to remember. */
export function keyOf(account: string, role: string): string {
  return `ASIA${account}X${Buffer.from(role).toString('hex')}`
}

export function identify(accessKey: string, {management, partition}: World): Caller | undefined {
  if (accessKey === callerKey) {
    return {account: management, partition, arn: `arn:${partition}:iam::${management}:user/caller`}
  }
  const [, account, role] = /^ASIA(\d{12})X([0-9a-f]*)$/.exec(accessKey) ?? []
  if (account === undefined || role === undefined) return undefined
  const name = Buffer.from(role, 'hex').toString()
  return {account, partition, arn: `arn:${partition}:sts::${account}:assumed-role/${name}/trueup`}
}
