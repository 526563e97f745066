import type {DeclaredResource} from '../model/declared.ts'
import {isArray, isRecord, Sensitive, Unknown, type Value} from '../model/value.ts'
import type {AddedTags} from './single-tags.ts'
import {unknownBecause, unknownTags, viewOf, type TagView} from './tag-view.ts'

/**
 * The tags that a resource declares: `tags_all`, which has the provider's `default_tags` merged in, else `tags`, else the `tag`
 * blocks of an Auto Scaling group (which takes no default tags:
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/autoscaling_group#tag). A resource that records
 * none of these was written by a provider that did not know them.
 */
export function declaredTags({attributes}: DeclaredResource): TagView {
  const {tags_all: all, tags, tag: blocks} = attributes
  // Providers up to 4 have a list of maps beside the blocks, null where it is not used; code has what it sets alone.
  if (all === undefined && (isArray(blocks) || isArray(tags))) return viewOfBlocks([blocks, tags].flatMap(itemsOf))
  if (all === undefined && blocks instanceof Unknown) return unknownBecause(blocks)
  if (isKnown(all)) return viewOfMap(all, 'none')
  if (all instanceof Unknown) {
    return isKnown(tags) ? {...viewOfMap(tags, 'unknown'), because: all} : unknownBecause(all)
  }
  if (tags instanceof Unknown) return unknownBecause(tags)
  return tags === undefined ? unknownTags : viewOfMap(tags, 'none')
}

/** The same with what resources add that are one tag each. */
export function withAdded(view: TagView, {tags, open}: AddedTags): TagView {
  if (tags.length === 0 && !open) return view
  const added = viewOf(
    tags.map(({key, value}) => [key, value] as const),
    'none',
  )
  const merged = {...view, tags: new Map([...view.tags, ...added.tags])}
  return open && view.rest === 'none' ? {...merged, rest: 'unknown', because: open} : merged
}

function isKnown(value: Value | undefined): value is Exclude<Value, null | Unknown> {
  return value !== undefined && value !== null && !(value instanceof Unknown)
}

function viewOfMap(value: Value, rest: TagView['rest'], hidden = false): TagView {
  if (value instanceof Sensitive) return viewOfMap(value.reveal() ?? new Unknown('sensitive'), rest, true)
  if (value === null) return viewOf([], rest)
  return isRecord(value) ? viewOf(Object.entries(value), rest, () => hidden) : unknownTags
}

/** What is not known counts as one item that cannot be read. */
function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value === null) return []
  return isArray(value) ? value : [value]
}

/** Blocks of key and value, as Auto Scaling groups have. */
export function viewOfBlocks(blocks: readonly Value[]): TagView {
  const known = blocks.filter(isRecord).filter(({key}) => typeof key === 'string')
  const entries = known.map(({key, value}) => [key as string, value ?? ''] as const)
  const because = blocks.find((block) => block instanceof Unknown)
  const view = viewOf(entries, known.length === blocks.length ? 'none' : 'unknown')
  return because instanceof Unknown ? {...view, because} : view
}
