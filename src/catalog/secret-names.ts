import {isArray, type Value} from '../model/value.ts'

/**
 * The rule by name for secrets: what neither a provider schema nor a catalogue entry marks as sensitive is still taken for a
 * secret where its name ends in a word for one. `SecretArn`, `password_length` and `PasswordPolicy` end in another word.
 */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name)
  const last = words.at(-1) ?? ''
  return secretWords.has(last) || secretWords.has(words.slice(-2).join('')) || secretWords.has(words.slice(-3).join(''))
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
  'accesstoken',
  'apikey',
  'authtoken',
  'clientsecret',
  'connectionstring',
  'credential',
  'credentials',
  'encryptedpassword',
  'passphrase',
  'passwd',
  'password',
  'passwordhash',
  'passwords',
  'presharedkey',
  'privatekey',
  'privatekeypem',
  'pwd',
  'secret',
  'secretaccesskey',
  'secretbinary',
  'secretkey',
  'secretstring',
  'secretvalue',
  'token',
  'webhookurl',
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
