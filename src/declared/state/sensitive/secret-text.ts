import {isSecretName} from '../../../catalog/secret-names.ts'

/** Secrets that are known by their own form, wherever they stand. */
const forms = anyOf([
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  // JSON Web Tokens
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]+/,
  // https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
  /\b(?:gh[pousr]_\w{36}|github_pat_\w{22,}|glpat-[\w-]{20,}|npm_\w{36})/,
  /\bxox[abeprs]-[\w-]{10,}|hooks\.slack\.com\/services\/\w/,
  /\b(?:sk|rk)_live_\w{10,}|\bsk-(?:ant|proj)-[\w-]{10,}|\bAIza[\w-]{35}/,
])

/** `scheme://user:password@host`, and a bare token before the host of a web address (Sentry, Git over HTTPS). */
const credentialUrl = /:\/\/[^\s/?#:@"'<>]*:[^\s/?#@"'<>]+@|https?:\/\/[^\s/?#:@"'<>]{16,}@/

/** `NAME=value`, and in texts of several lines `name: value` as well; a value taken from elsewhere is none. */
const assignment = /([A-Za-z_][\w.-]*)["']?\s*[=:]\s*["']?(?![$`<{*]|arn:|true\b|false\b|null\b)([^\s"';,&]+)/g
const equation = /([A-Za-z_][\w.-]*)\s*=\s*["']?(?![$`<{*]|arn:|true\b|false\b|null\b)([^\s"';,&]+)/g

/** Shorter ones are not looked into: most texts of a state are words like `enabled`. */
const shortest = 12

/** Whether any text holds a credential. */
export function holdsSecret(text: string): boolean {
  if (text.length < shortest) return false
  if (text.includes('@') && credentialUrl.test(text)) return true
  if (forms.test(text)) return true
  if (text.includes('\n')) return assigns(text, assignment)
  return text.includes('=') && assigns(text, equation)
}

function assigns(text: string, pattern: RegExp): boolean {
  for (const [, name] of text.matchAll(pattern)) if (isSecretName(name as string)) return true
  return false
}

/** One expression is several times faster than one after the other. */
function anyOf(expressions: readonly RegExp[]): RegExp {
  return new RegExp(expressions.map(({source}) => source).join('|'))
}
