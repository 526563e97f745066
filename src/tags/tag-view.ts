import {holdsCredentials, isSecretName} from '../catalog/secret-names.ts'
import {Sensitive, Unknown, type Value} from '../model/value.ts'

/** The tags of one side of an object, as far as they are known. */
export interface TagView {
  readonly tags: ReadonlyMap<string, TagValue>
  /** `unknown`: there may be keys that cannot be seen from here; an absent key then means nothing. */
  readonly rest: 'none' | 'unknown'
}

/** A value; `hidden` is compared and never shown; 'unknown' is a key that is there with a value nobody knows yet. */
export type TagValue = {readonly text: string; readonly hidden: boolean} | 'unknown'

export const unknownTags: TagView = {tags: new Map(), rest: 'unknown'}

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
    if (value !== null && !key.startsWith(awsPrefix))
      tags.set(key, tagValueOf(value, isHidden(key) || isSecretName(key)))
  }
  return {tags, rest}
}

function tagValueOf(value: Value, hidden: boolean): TagValue {
  if (value instanceof Unknown) return 'unknown'
  if (value instanceof Sensitive) {
    const content = value.reveal()
    return content === undefined ? 'unknown' : tagValueOf(content, true)
  }
  if (typeof value === 'object') return 'unknown'
  const text = String(value)
  return {text, hidden: hidden || holdsCredentials(text)}
}

export function isHiddenIn(view: TagView | undefined, key: string): boolean {
  const value = view?.tags.get(key)
  return value !== undefined && value !== 'unknown' && value.hidden
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

function foldKey(key: string): string {
  return key.toLowerCase().replaceAll(/[-_ .:/]/g, '')
}

/** What may be shown of a value. */
export function shown({text, hidden}: Exclude<TagValue, 'unknown'>): string {
  return hidden ? '(sensitive)' : text
}
