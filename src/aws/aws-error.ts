/** What went wrong with a call to AWS, as far as its error tells; the SDK has retried what can be retried before we see it. */
export type AwsErrorKind =
  | 'denied'
  | 'throttled'
  | 'timed-out'
  | 'unreachable'
  | 'untrusted-certificate'
  | 'expired'
  | 'clock-skew'
  /** AWS does not know the credentials: they are wrong, or the region is one that the account has not enabled. */
  | 'unknown-credentials'
  | 'other'

/** @returns undefined where the error is none of a call to AWS, but an interruption or a fault of our own */
export function awsErrorKind(error: unknown): AwsErrorKind | undefined {
  if (!(error instanceof Error) || error.name === 'AbortError') return undefined
  const {name, code, status} = partsOf(error)
  if (clockErrors.has(name) || (signatureErrors.has(name) && /Signature (expired|not yet)/i.test(error.message))) {
    return 'clock-skew'
  }
  const kind = byName.get(name) ?? byCode.get(code)
  if (kind) return kind
  if (status === 429) return 'throttled'
  if (status === 403 && nameless.has(name)) return 'denied'
  return status === undefined && code === '' && !('$fault' in error) ? undefined : 'other'
}

/**
 * What AWS said, where it is about permissions or the request as such: `User: ... is not authorized to perform: ...`. The words about
 * signatures and tokens quote what was sent, so all others are withheld.
 */
export function awsErrorMessage(error: unknown): string | undefined {
  const kind = awsErrorKind(error)
  if (!(error instanceof Error) || isUnreadable(error) || (kind !== 'denied' && kind !== 'other')) return undefined
  const text = error.message.replaceAll(/\s+/g, ' ').trim()
  return text === '' ? undefined : text.slice(0, 300)
}

/** Name and status of an error, for people. */
export function awsErrorName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  const {name, code, status} = partsOf(error)
  const answer = status === undefined || byName.has(name) ? '' : ` (HTTP ${status})`
  if (isUnreadable(error)) return `an answer that is none of AWS${answer}`
  return `${name === 'Error' && code !== '' ? code : name}${answer}`
}

/** The SDK could not parse the answer: its words quote it. */
function isUnreadable({name, message}: Error): boolean {
  return name === 'SyntaxError' || /Deserialization error/.test(message)
}

/** An error to keep as cause: the SDK's own hold the whole request, session token included. */
export function withoutRequest(error: unknown): Error {
  return new Error(awsErrorName(error))
}

interface Parts {
  readonly name: string
  readonly code: string
  readonly status: number | undefined
}

function partsOf(error: Error): Parts {
  const {code, $metadata} = error as Error & {
    readonly code?: unknown
    readonly $metadata?: {readonly httpStatusCode?: number}
  }
  return {name: error.name, code: typeof code === 'string' ? code : '', status: $metadata?.httpStatusCode}
}

function table(names: Readonly<Partial<Record<AwsErrorKind, readonly string[]>>>): ReadonlyMap<string, AwsErrorKind> {
  return new Map(
    Object.entries(names).flatMap(([kind, list]) => list.map((name) => [name, kind as AwsErrorKind] as const)),
  )
}

/**
 * A firewall or proxy in between gives no name, and often a page where the SDK expects JSON; services also use the status for what is
 * no question of permission.
 */
const nameless = new Set(['403', 'Error', 'Forbidden', 'SyntaxError', 'Unknown', 'UnknownError'])

const clockErrors = new Set(['RequestTimeTooSkewed', 'RequestInTheFuture'])
const signatureErrors = new Set(['SignatureDoesNotMatch', 'InvalidSignatureException'])

/** Every service has its own words (https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/CommonErrors.html). */
const byName = table({
  denied: [
    'AccessDenied',
    'AccessDeniedException',
    'AuthorizationError',
    'AuthorizationErrorException',
    'NotAuthorized',
    'OrganizationAccessDeniedException',
    'UnauthorizedOperation',
  ],
  throttled: [
    'EC2ThrottledException',
    'PriorRequestNotComplete',
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'RequestThrottled',
    'RequestThrottledException',
    'SlowDown',
    'ThrottledException',
    'Throttling',
    'ThrottlingException',
    'TooManyRequestsException',
  ],
  'timed-out': ['RequestTimeout', 'RequestTimeoutException', 'TimeoutError'],
  expired: ['ExpiredToken', 'ExpiredTokenException', 'RequestExpired', 'TokenRefreshRequired'],
  'unknown-credentials': [
    'AuthFailure',
    'InvalidAccessKeyId',
    'InvalidClientTokenId',
    'InvalidSignatureException',
    'InvalidToken',
    'MissingAuthenticationToken',
    'MissingAuthenticationTokenException',
    'OptInRequired',
    'SignatureDoesNotMatch',
    'UnrecognizedClientException',
  ],
})

/** Node's codes of what fails below HTTP. */
const byCode = table({
  'timed-out': ['ETIMEDOUT'],
  unreachable: [
    'EAI_AGAIN',
    'ECONNREFUSED',
    'ECONNRESET',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENOTFOUND',
    'EPIPE',
    'EPROTO',
  ],
  'untrusted-certificate': [
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ],
})
