import type {Gap, GapReason} from '../model/gap.ts'
import {grantFor} from './grant.ts'
import {awsErrorKind, awsErrorMessage, awsErrorName, type AwsErrorKind} from './aws-error.ts'

/** Why a part of AWS could not be read: all of a gap but what it concerns. */
export type Failure = Pick<Gap, 'reason' | 'action' | 'grant' | 'detail'>

/** AWS did not do what it was asked for, retries included. Caught by the readers, which turn it into a gap. */
export class FailedCall extends Error {
  override readonly name = 'FailedCall'
  readonly failure: Failure

  /** @param cause name of AWS's error: the error itself holds the request, and with it the session token */
  constructor(failure: Failure, cause?: string) {
    super(failure.detail, {cause})
    this.failure = failure
  }
}

/**
 * One call with credentials that AWS has accepted before.
 *
 * @param action as IAM calls it: `config:SelectResourceConfig`
 * @throws FailedCall; an interruption or a fault of our own passes as it is
 */
export async function call<T>(action: string, send: () => Promise<T>): Promise<T> {
  try {
    return await send()
  } catch (error) {
    const kind = awsErrorKind(error)
    if (kind === undefined) throw error
    const {reason, because} = meanings[kind]
    const said = awsErrorMessage(error)
    const detail = `${because}: ${action} ended in ${awsErrorName(error)}${said === undefined ? '.' : `: ${said}`}`
    const grant = kind === 'denied' ? grantFor(action, error) : undefined
    throw new FailedCall(
      {reason, action, ...(grant && {grant}), detail},
      error instanceof Error ? error.name : undefined,
    )
  }
}

/** The failure in a caught error; any other error is thrown on. */
export function failureIn(error: unknown): Failure {
  if (error instanceof FailedCall) return error.failure
  throw error
}

const meanings: Readonly<Record<AwsErrorKind, {readonly reason: GapReason; readonly because: string}>> = {
  denied: {reason: 'denied', because: 'The credentials may not do this'},
  throttled: {reason: 'throttled', because: 'AWS kept throttling the calls'},
  'timed-out': {reason: 'timed-out', because: 'AWS did not answer in time'},
  unreachable: {reason: 'failed', because: 'AWS could not be reached'},
  'untrusted-certificate': {reason: 'failed', because: 'The TLS certificate of the endpoint is not trusted'},
  expired: {reason: 'failed', because: 'The credentials expired during the scan'},
  'clock-skew': {reason: 'failed', because: 'The clock of this machine is off'},
  'unknown-credentials': {
    reason: 'region-off',
    because: 'The region does not know the credentials, so the account has probably not enabled it',
  },
  other: {reason: 'failed', because: 'AWS could not answer'},
}
