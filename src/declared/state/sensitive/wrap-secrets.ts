import {isEmpty, isRecord, Sensitive, type Value, type ValueRecord} from '../../../model/value.ts'
import {sensitiveAttributes} from '../../../catalog/sensitive-attributes.ts'
import {isSecretName} from './secret-names.ts'
import {holdsSecret} from './secret-text.ts'
import {type SensitivePath, sensitivePaths} from './sensitive-paths.ts'

type Container = Record<string | number, Value>

/**
 * Wraps, in place, every secret of a resource's attributes: what the state marks (`sensitive_attributes`), what the provider's
 * schema marks, what a name gives away, and credentials inside of texts and JSON documents. Null and empty values stay as they
 * are: they tell nothing, and a comparison has to know them.
 */
export function wrapSecrets(type: string, attributes: ValueRecord, marks: unknown): ValueRecord {
  for (const path of sensitivePaths(marks)) wrapMarked(attributes as Container, path)
  for (const path of sensitiveAttributes(type)) wrapBySchema(attributes, path, 0)
  wrapByLooks(attributes)
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
    const follows = next !== undefined && isContainer(value) && Object.hasOwn(value, next)
    if (!follows) return wrap(container, step)
    container = value as Container
  }
}

/** Schema paths name blocks without their indices. */
function wrapBySchema(value: Value | undefined, path: readonly string[], depth: number): void {
  if (Array.isArray(value)) for (const item of value as Value[]) wrapBySchema(item, path, depth)
  if (!isRecord(value)) return
  const name = path[depth] as string
  if (depth === path.length - 1) wrap(value as Container, name)
  else wrapBySchema(value[name], path, depth + 1)
}

function wrapByLooks(container: ValueRecord | readonly Value[]): void {
  const named = nameOfPair(container)
  for (const key in container) {
    const value = (container as Container)[key] as Value
    if (typeof value === 'string') {
      if (isSecretText(key === 'value' ? (named ?? key) : key, value)) wrap(container as Container, key)
    } else if (typeof value === 'number') {
      if (isSecretName(key)) wrap(container as Container, key)
    } else if (isContainer(value)) {
      if (Array.isArray(value) && isSecretName(key) && value.every((item) => typeof item === 'string')) {
        wrap(container as Container, key)
      } else if (key !== 'tags' && key !== 'tags_all') wrapByLooks(value)
    }
  }
}

/** `{name: "DB_PASSWORD", value: "..."}`, the form of environment variables in JSON documents and of parameters. */
function nameOfPair(container: ValueRecord | readonly Value[]): string | undefined {
  if (Array.isArray(container)) return undefined
  const {name, key, value} = container as ValueRecord
  if (value === undefined) return undefined
  return typeof name === 'string' ? name : typeof key === 'string' ? key : undefined
}

/** Attributes whose text is a script or its base64. */
const scripts = /^(?:user_data|custom_data|startup_script)/

function isSecretText(name: string, text: string): boolean {
  if (text === '' || name === 'id' || name === 'arn') return false
  if (isSecretName(name)) return !isReference(text)
  if (text.startsWith('{') || text.startsWith('[')) return isSecretDocument(text)
  if (scripts.test(name) && holdsSecret(Buffer.from(text, 'base64').toString('latin1'))) return true
  return holdsSecret(text)
}

/** The name of a secret elsewhere, which is no secret itself. */
function isReference(text: string): boolean {
  return text.startsWith('arn:') || /^\{\{resolve:|^\$\{[^}]*\}$/.test(text)
}

/** Saves parsing the many policies and definitions that cannot hold any. */
const suspicious = /pass|pwd|secret|token|credential|key|:\/\/|AKIA|ASIA|BEGIN/i

function isSecretDocument(text: string): boolean {
  if (!suspicious.test(text)) return false
  try {
    const document = JSON.parse(text) as Value
    if (!isContainer(document)) return false
    wrapByLooks(document)
    return holdsSensitive(document)
  } catch {
    return holdsSecret(text)
  }
}

function holdsSensitive(value: Value): boolean {
  if (value instanceof Sensitive) return true
  return isContainer(value) && Object.values(value).some((item: Value) => holdsSensitive(item))
}

function wrap(container: Container, key: string | number): void {
  const value = container[key]
  if (value !== undefined && !isEmpty(value)) container[key] = Sensitive.of(value)
}

function isContainer(value: Value | undefined): value is ValueRecord | readonly Value[] {
  return isRecord(value) || Array.isArray(value)
}
