import {TrueupError} from '../errors.ts'
import {awsErrorKind, awsErrorName, withoutRequest, type AwsErrorKind} from './aws-error.ts'
import type {SessionRequest} from './session.ts'

interface Explanation {
  readonly code: string
  readonly fault: 'user' | 'aws'
  readonly message: string
  readonly hint: string
}

/** Why there is no session, in words that tell the way out; nothing of credentials is in it. */
export function sessionError(error: unknown, request: SessionRequest): unknown {
  const explanation = ofCredentials(error, request) ?? ofCall(error, request)
  if (!explanation) return error
  const {code, fault, message, hint} = explanation
  return new TrueupError(message, {code, fault, hint, cause: withoutRequest(error)})
}

/** The SDK tells these apart by their texts alone. */
function ofCredentials(error: unknown, {profile}: SessionRequest): Explanation | undefined {
  if (!(error instanceof Error)) return undefined
  const {name, message} = error
  if (/Region is missing/.test(message)) return explanations.regionMissing
  if (name !== 'CredentialsProviderError' && name !== 'TokenProviderError') return undefined
  if (/SSO session|Token is expired|sso login/i.test(message)) return ssoExpired(profile)
  if (/multi-factor|MFA/i.test(message)) return explanations.mfaNeeded
  if (profile !== undefined) return profileUnusable(profile)
  return explanations.credentialsMissing
}

function ofCall(error: unknown, request: SessionRequest): Explanation | undefined {
  const kind = awsErrorKind(error)
  if (kind === undefined) return undefined
  if (kind === 'denied' || isMissingRole(error)) return roleDenied(request)
  return byKind[kind] ?? {...explanations.failed, message: `AWS could not answer: ${awsErrorName(error)}.`}
}

/** STS answers a role ARN that cannot be one with a validation error. */
function isMissingRole(error: unknown): boolean {
  return error instanceof Error && error.name === 'ValidationError'
}

function ssoExpired(profile: string | undefined): Explanation {
  return {
    code: 'aws-sso-expired',
    fault: 'user',
    message: 'The AWS SSO session has expired.',
    hint: `Sign in again: aws sso login${profile === undefined ? '' : ` --profile ${profile}`}`,
  }
}

function profileUnusable(profile: string): Explanation {
  return {
    code: 'aws-profile-unusable',
    fault: 'user',
    message: `The AWS profile ${profile} does not exist or yields no credentials.`,
    hint: `List the profiles with \`aws configure list-profiles\`, and check this one in ~/.aws/config: \`aws sts get-caller-identity --profile ${profile}\`.`,
  }
}

function roleDenied({roles = []}: SessionRequest): Explanation {
  const [role = 'the role'] = roles.toReversed()
  return {
    code: 'aws-role-denied',
    fault: 'user',
    message: `AWS does not let these credentials assume ${roles.length > 1 ? `a role of the chain to ${role}` : role}.`,
    hint: 'Check its ARN, its trust policy, the external id (--external-id), and the permission sts:AssumeRole.',
  }
}

const explanations = {
  regionMissing: {
    code: 'aws-region-missing',
    fault: 'user',
    message: 'No AWS region is known.',
    hint: 'Pass --region, or set AWS_REGION or a region in the profile.',
  },
  mfaNeeded: {
    code: 'aws-mfa-needed',
    fault: 'user',
    message: 'The AWS profile asks for a second factor, which trueup cannot ask for.',
    hint: 'Get a session first (aws sts get-session-token, aws sso login, aws-vault) and run trueup inside it.',
  },
  credentialsMissing: {
    code: 'aws-credentials-missing',
    fault: 'user',
    message: 'No AWS credentials were found.',
    hint: 'Sign in (aws sso login, aws configure), pass --profile, or scan a file with --snapshot.',
  },
  failed: {
    code: 'aws-failed',
    fault: 'aws',
    message: 'AWS could not answer.',
    hint: 'Try again; see https://health.aws.amazon.com if it goes on.',
  },
} as const satisfies Record<string, Explanation>

const byKind: Readonly<Partial<Record<AwsErrorKind, Explanation>>> = {
  expired: {
    code: 'aws-token-expired',
    fault: 'user',
    message: 'The AWS session token has expired.',
    hint: 'Sign in again and get a new session (aws sso login, aws sts assume-role).',
  },
  'unknown-credentials': {
    code: 'aws-credentials-invalid',
    fault: 'user',
    message: 'AWS does not know these credentials.',
    hint: 'Check the keys (a session needs AWS_SESSION_TOKEN as well) or the profile, and that the account has the region enabled.',
  },
  'clock-skew': {
    code: 'aws-clock-skew',
    fault: 'user',
    message: 'AWS refuses the signature because the clock of this machine is off.',
    hint: 'Set the clock (timedatectl set-ntp true) and run trueup again.',
  },
  throttled: {
    code: 'aws-throttled',
    fault: 'aws',
    message: 'AWS keeps throttling the first calls.',
    hint: 'Try again in a few minutes.',
  },
  'timed-out': {
    code: 'aws-unreachable',
    fault: 'aws',
    message: 'AWS did not answer in time.',
    hint: 'Check the network, the proxy (HTTPS_PROXY) and AWS_ENDPOINT_URL.',
  },
  unreachable: {
    code: 'aws-unreachable',
    fault: 'aws',
    message: 'AWS cannot be reached.',
    hint: 'Check the network, the region name, the proxy (HTTPS_PROXY) and AWS_ENDPOINT_URL, or scan a file with --snapshot.',
  },
  'untrusted-certificate': {
    code: 'aws-certificate-untrusted',
    fault: 'user',
    message: 'The TLS certificate of the AWS endpoint is not trusted.',
    hint: 'Behind a proxy that inspects TLS, set NODE_EXTRA_CA_CERTS to its CA certificate.',
  },
}
