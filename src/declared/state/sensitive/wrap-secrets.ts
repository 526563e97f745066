import {sensitiveAttributes} from '../../../catalog/sensitive-attributes.ts'
import {isSecretName, isSecretValue} from '../../../catalog/secret-names.ts'
import {isArray, isEmpty, isRecord, Sensitive, Unknown, type Value, type ValueRecord} from '../../../model/value.ts'
import {holdsSecret} from './secret-text.ts'
import {type SensitivePath, sensitivePaths} from './sensitive-paths.ts'

type Container = Record<string | number, Value>

/**
 * Wraps, in place, every secret of a resource's attributes: what the state marks (`sensitive_attributes`), what the provider's
 * schema marks, what a name gives away, and credentials inside of texts and JSON documents. Null and empty values stay as they
 * are: they tell nothing, and a comparison has to know them.
 */
export function wrapSecrets(type: string, attributes: ValueRecord, marks: unknown): ValueRecord {
  const container: Container = attributes
  for (const path of sensitivePaths(marks)) wrapMarked(container, path)
  for (const path of sensitiveAttributes(type)) wrapBySchema(attributes, path, 0)
  wrapByLooks(container)
  return attributes
}

/** A path that cannot be followed to its end, as into a set, hides the last value that it reached. */
function wrapMarked(attributes: Container, path: SensitivePath): void {
  if (path.length === 0) for (const name of Object.keys(attributes)) wrap(attributes, name)
  let container = attributes
  for (const [depth, step] of path.entries()) {
    const value = step === undefined ? undefined : container[step]
    if (step === undefined || value === undefined) return
    const next = path[depth + 1]
    if (next === undefined || !isContainer(value) || !Object.hasOwn(value, next)) return wrap(container, step)
    container = value
  }
}

/** Schema paths name blocks without their indices. */
function wrapBySchema(value: Value | undefined, path: readonly string[], depth: number): void {
  if (isArray(value)) for (const item of value) wrapBySchema(item, path, depth)
  if (!isRecord(value)) return
  const name = path[depth] as string
  if (depth === path.length - 1) wrap(value, name)
  else wrapBySchema(value[name], path, depth + 1)
}

/** The one pass over everything. */
function wrapByLooks(container: Container): void {
  if (isArray(container)) return container.forEach((value, index) => wrapMember(container, index, '', value))
  const pair = nameOfPair(container)
  // for-in is twice as fast as Object.keys here, and what JSON.parse makes inherits nothing that it would meet.
  for (const key in container) {
    wrapMember(container, key, pair !== undefined && key === 'value' ? pair : key, container[key])
  }
}

function wrapMember(container: Container, key: string | number, name: string, value: Value | undefined): void {
  if (typeof value === 'string') {
    if (isSecretText(name, value)) wrap(container, key)
  } else if (isContainer(value)) {
    if (isArray(value) && isSecretValue(name, value)) wrap(container, key)
    else if (!isTags(name)) wrapByLooks(value)
  }
}

/** People read and compare tags everywhere, AWS shows them to everyone who may list: they are no place for secrets. */
function isTags(key: string): boolean {
  return key === 'tags' || key === 'tags_all'
}

/** `{name: "DB_PASSWORD", value: "..."}`: environment variables in JSON documents, parameters. */
function nameOfPair({name, key, value}: Container): string | undefined {
  if (value === undefined) return undefined
  return typeof name === 'string' ? name : typeof key === 'string' ? key : undefined
}

function isSecretText(name: string, text: string): boolean {
  if (name === 'id' && accessKeyId.test(text)) return false
  if (isSecretName(name)) return isSecretValue(name, text)
  if (text.startsWith('{') || text.startsWith('[')) return isSecretDocument(text)
  return holdsSecret(text) || (scripts.test(name) && holdsSecret(Buffer.from(text, 'base64').toString('latin1')))
}

/** Identifies an access key (aws_iam_access_key) and is worth nothing without its secret. */
const accessKeyId = /^(?:AKIA|ASIA)[A-Z0-9]{16}$/

/** Attributes whose text is a script, or the base64 of one. */
const scripts = /^(?:user_data|custom_data|startup_script)/

/** Saves parsing the many policies and definitions that cannot hold any. */
const suspicious = /pass|pwd|secret|token|credential|key|:\/\/|AKIA|ASIA|BEGIN/i

function isSecretDocument(text: string): boolean {
  if (!suspicious.test(text)) return false
  const document = parse(text)
  if (!isContainer(document)) return holdsSecret(text)
  wrapByLooks(document)
  return holdsSensitive(document)
}

function parse(text: string): Value | undefined {
  try {
    return JSON.parse(text) as Value
  } catch {
    return undefined
  }
}

function holdsSensitive(value: Value): boolean {
  if (value instanceof Sensitive) return true
  return isContainer(value) && Object.values(value).some(holdsSensitive)
}

function wrap(container: Container, key: string | number): void {
  const value = container[key]
  if (value !== undefined && !isEmpty(value) && !(value instanceof Unknown)) container[key] = Sensitive.of(value)
}

/** Objects and lists that `JSON.parse` made, and that nobody else has seen yet: they may be changed. */
function isContainer(value: Value | undefined): value is Value & Container {
  return isRecord(value) || isArray(value)
}
