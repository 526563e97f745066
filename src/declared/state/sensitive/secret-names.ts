/** Words at whose end a name means the secret itself. */
const secretWords = new Set(
  (
    'apikey apitoken authkey authtoken bcrypt credential credentials hunter passcode passphrase passwd password passwords pass ' +
    'pwd secret secretkey accesstoken accesskey privatekey token'
  ).split(' '),
)

/** `KIND key`: of all the keys in AWS (hash_key, route_key, s3_key, public_key, kms_key ...) these are secret. */
const secretKeys = new Set(
  'access account api app application auth client deploy encryption hmac jwt license master preshared private secret service session shared signing ssh ssl tls'.split(
    ' ',
  ),
)

/** `KIND token`: markers that AWS hands out for paging, locking and idempotency. */
const harmlessTokens = new Set(
  'continuation creation idempotency lock next page pagination request update verification version'.split(' '),
)

/** Say how the secret is written, not that it is something else: `private_key_pem`, `secret_string`, `ses_smtp_password_v4`. */
const forms = new Set(
  'base64 b64 base binary data hash hex material openssh pem pkcs8 plaintext string text v4 value wo'.split(' '),
)

const known = new Map<string, boolean>()

/**
 * Whether a value of this name is a secret, going by its last words: `db_password`, `clientSecret`, `API_KEY`; but not
 * `secret_arn`, `kms_master_key_id`, `token_validity` or `password_policy`, which only talk about one.
 */
export function isSecretName(name: string): boolean {
  const before = known.get(name)
  if (before !== undefined) return before
  const answer = decide(wordsOf(name))
  if (known.size < 10_000) known.set(name, answer)
  return answer
}

function decide(words: readonly string[]): boolean {
  const end = words.findLastIndex((word) => !forms.has(word))
  const last = words[end]
  const previous = words[end - 1] ?? ''
  if (last === undefined) return false
  if (last === 'key') return secretKeys.has(previous)
  if (last === 'token') return !harmlessTokens.has(previous)
  // The shell's working directory.
  if (last === 'pwd') return words.length > 1
  if (last === 'string') return previous === 'connection'
  return secretWords.has(last)
}

function wordsOf(name: string): readonly string[] {
  const split = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
  return split.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== '')
}
