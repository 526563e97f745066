import type {World} from './world.ts'

/** Whose credentials a call was signed with. */
export interface Caller {
  readonly account: string
  readonly partition: string
  readonly arn: string
  /** When the keys of a role were given out, in ms since 1970. */
  readonly since?: number
}

/** The keys that tests sign in with; they are the management account's. */
export const callerKey = 'AKIDCALLER'

/**
 * Keys of an assumed role name the account, the role and when they were given out (in ms since 1970), so that the double has nothing to
 * remember.
 */
export function keyOf(account: string, role: string, at: number): string {
  return `ASIA${account}X${Buffer.from(role).toString('hex')}X${at}`
}

export function identify(accessKey: string, {management, partition}: World): Caller | undefined {
  if (accessKey === callerKey) {
    return {account: management, partition, arn: `arn:${partition}:iam::${management}:user/caller`}
  }
  const [, account, role, since] = /^ASIA(\d{12})X([0-9a-f]*)X(\d+)$/.exec(accessKey) ?? []
  if (account === undefined || role === undefined) return undefined
  const name = Buffer.from(role, 'hex').toString()
  return {account, partition, arn: `arn:${partition}:sts::${account}:assumed-role/${name}/trueup`, since: Number(since)}
}
