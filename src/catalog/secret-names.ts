import {isArray, type Value} from '../model/value.ts'

/**
 * The rule by name for secrets: what neither a provider schema nor a catalogue entry marks as sensitive is still taken for a
 * secret where its name ends in a word for one. `SecretArn`, `password_length` and `PasswordPolicy` end in another word.
 */
export function isSecretName(name: string): boolean {
  const before = known.get(name)
  if (before !== undefined) return before
  const answer = endsInSecret(wordsOf(name))
  if (known.size < 10_000) known.set(name, answer)
  return answer
}

/** Names recur in every resource: answers are kept, up to a bound. */
const known = new Map<string, boolean>()

function endsInSecret(words: readonly string[]): boolean {
  if (secretPairs.has(words.slice(-2).join(' '))) return true
  const end = words.findLastIndex((word) => !forms.has(word))
  const last = words[end]
  const previous = words[end - 1] ?? ''
  if (last === 'key') return secretKeys.has(previous)
  if (last === 'token') return !harmlessTokens.has(previous)
  return last !== undefined && secretWords.has(last)
}

/** Text (or a list of texts) under a secret's name, unless it only points at where the secret is kept. */
export function isSecretValue(name: string, value: Value | undefined): boolean {
  if (isArray(value)) return value.length > 0 && value.every((item) => isSecretValue(name, item))
  return typeof value === 'string' && value !== '' && isSecretName(name) && !isSecretReference(value)
}

/** `https://user:password@host` or a private key, wherever in the text. */
export function holdsCredentials(text: string): boolean {
  return (text.includes('@') && credentialsInUrl.test(text)) || (text.includes('-----BEGIN') && privateKey.test(text))
}

/** HttpTokens (of instance metadata) is a mode and Secrets (of containers) a list of references: hence no plural of these. */
const secretWords = new Set([
  'accesskey',
  'accesstoken',
  'apikey',
  'apitoken',
  'authkey',
  'authtoken',
  'bcrypt',
  'clientsecret',
  'credential',
  'credentials',
  'pass',
  'passcode',
  'passphrase',
  'passwd',
  'password',
  'passwords',
  'presharedkey',
  'privatekey',
  'pwd',
  'secret',
  'secretkey',
])

/** Of all the keys in AWS (hash_key, route_key, s3_key, public_key, kms_key ...) those that are secret. */
const secretKeys = new Set([
  'access',
  'account',
  'api',
  'application',
  'auth',
  'client',
  'deploy',
  'encryption',
  'hmac',
  'jwt',
  'license',
  'master',
  'preshared',
  'private',
  'secret',
  'session',
  'shared',
  'signing',
  'ssh',
  'ssl',
  'tls',
])

/** Markers that AWS hands out for paging, locking and idempotency. */
const harmlessTokens = new Set([
  'client',
  'continuation',
  'creation',
  'idempotency',
  'lock',
  'next',
  'page',
  'pagination',
  'request',
  'update',
  'verification',
  'version',
])

const secretPairs = new Set(['connection string', 'webhook url'])

/** Words (without digits at the end) that say how the secret is written: `private_key_pem`, `secret_string`, `password_b64`. */
const forms = new Set([
  'b',
  'base',
  'binary',
  'data',
  'hash',
  'hex',
  'material',
  'openssh',
  'pem',
  'pkcs',
  'plaintext',
  'string',
  'v',
  'value',
  'wo',
])

const credentialsInUrl = /\b[a-z][a-z0-9+.-]*:\/\/[^\s/?#@:]*:[^\s/?#@]+@/i
const privateKey = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/

/** An ARN, or a dynamic reference (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html). */
function isSecretReference(text: string): boolean {
  return /^(arn:|\{\{resolve:)/.test(text)
}

/** `MasterUserPassword`, `db_password_2` and `DB-PASSWORD` as lower-case words; numbers at the end do not count. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/[\W_]*\d+$/, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}
