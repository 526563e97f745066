import type {Credentials} from './session.ts'

/** Credentials as data, which another thread can be given: those of a session are functions. */
export interface HeldCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
  /** Absent where they last. */
  readonly expiration?: Date
}

/** As they are now; the SDK's own renew what is about to expire. */
export async function heldOf(credentials: Credentials): Promise<HeldCredentials> {
  const {accessKeyId, secretAccessKey, sessionToken, expiration} = await given(credentials, {})
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === undefined ? {} : {sessionToken}),
    ...(expiration && {expiration}),
  }
}

/** Not longer than the SDK takes them for good, which else would ask again at each call (`EXPIRATION_MS` of `@smithy/core`). */
const renewedBeforeMs = 300_000

/** What was handed over as long as it is good, then what `renewal` gives. */
export function untilExpired(held: HeldCredentials, renewal: Credentials): Credentials {
  return async (options = {}) => {
    const isGood = held.expiration === undefined || held.expiration.getTime() - Date.now() >= renewedBeforeMs
    return isGood && options['forceRefresh'] !== true ? held : given(renewal, options)
  }
}

async function given(credentials: Credentials, options: Readonly<Record<string, unknown>>): Promise<HeldCredentials> {
  return typeof credentials === 'function' ? credentials(options) : credentials
}
