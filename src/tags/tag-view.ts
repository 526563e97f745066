import {holdsCredentials, isSecretName} from '../catalog/secret-names.ts'
import {Sensitive, Unknown, type Value} from '../model/value.ts'

/** The tags of one side of an object, as far as they are known. */
export interface TagView {
  readonly tags: ReadonlyMap<string, TagValue>
  /** `unknown`: there may be keys that cannot be seen from here; an absent key then means nothing. */
  readonly rest: 'none' | 'unknown'
  /** Why the rest is unknown, where that is known. */
  readonly because?: Unknown
}

/** A text; one that is compared and never shown; or a key that is there with a value that nobody knows yet. */
export type TagValue = KnownValue | Unknown

export type KnownValue = string | Sensitive

export const unknownTags: TagView = {tags: new Map(), rest: 'unknown'}

export function unknownBecause(because: Unknown): TagView {
  return {...unknownTags, because}
}

/** Tags with this prefix are AWS's own: nobody can set them, they count for no limit (https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html). */
const awsPrefix = 'aws:'

/** A view of a map of tags. Null is no tag: the provider drops it. */
export function viewOf(
  entries: Iterable<readonly [string, Value]>,
  rest: TagView['rest'],
  isHidden: (key: string) => boolean = () => false,
): TagView {
  const tags = new Map<string, TagValue>()
  for (const [key, value] of entries) {
    if (value === null || key.startsWith(awsPrefix)) continue
    tags.set(key, isHidden(key) ? hidden(tagValueOf(value)) : tagValueOf(value))
  }
  return {tags, rest}
}

const noText = new Unknown('no text')

function tagValueOf(value: Value): TagValue {
  if (typeof value === 'string') return value
  if (value instanceof Sensitive) return hidden(tagValueOf(value.reveal() ?? noText))
  if (value instanceof Unknown) return value
  return typeof value === 'object' ? noText : String(value)
}

function hidden(value: TagValue): TagValue {
  return value instanceof Unknown ? value : Sensitive.of(value)
}

export function isHiddenIn(view: TagView | undefined, key: string): boolean {
  return view?.tags.get(key) instanceof Sensitive
}

/** Whether a view is of these very tags, all plain: rules then have to look at one of the two sides only. */
export function holds({tags, rest}: TagView, live: Readonly<Record<string, string>>): boolean {
  if (rest === 'unknown') return false
  let count = 0
  for (const key in live) {
    if (key.startsWith(awsPrefix)) continue
    const value = tags.get(key)
    if (typeof value !== 'string' || value !== live[key]) return false
    count += 1
  }
  return count === tags.size
}

/** The value itself, for comparison only. */
export function textOf(value: KnownValue): string {
  if (typeof value === 'string') return value
  const text = value.reveal()
  return typeof text === 'string' ? text : ''
}

/** What may be shown of a value: nothing that Terraform marks, or that looks like a secret by its key or content. */
export function shown(key: string, value: KnownValue): string {
  const secret = typeof value !== 'string' || isSecretName(key) || holdsCredentials(value)
  return String(secret ? Sensitive.of(value) : value)
}

/** The key under which the view holds a tag, which differs from the one asked for in case where that is allowed. */
export function keyIn(view: TagView, key: string, keyCase: 'exact' | 'any'): string | undefined {
  if (view.tags.has(key)) return key
  if (keyCase === 'exact') return undefined
  const folded = key.toLowerCase()
  return [...view.tags.keys()].find((candidate) => candidate.toLowerCase() === folded)
}

/** A key that was probably meant: the same but for case and separators, `cost-center` for `CostCenter`. */
export function variantIn(view: TagView, key: string): string | undefined {
  const folded = foldKey(key)
  return [...view.tags.keys()].find((candidate) => foldKey(candidate) === folded)
}

export function foldKey(key: string): string {
  return key.toLowerCase().replaceAll(/[-_ .:/]/g, '')
}
