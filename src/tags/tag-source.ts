import type {DeclaredResource} from '../model/declared.ts'
import type {SourceRef} from '../model/source.ts'
import {isArray, isRecord, type Value} from '../model/value.ts'
import type {AddedTag} from './single-tags.ts'

/**
 * Where a person mends a tag of a resource: where its key is written (in the resource, in a resource that is this tag alone, in the
 * provider's default tags), or the nearest thing around the place where it would be.
 */
export function tagSource(resource: DeclaredResource, key: string, added: readonly AddedTag[]): SourceRef {
  const {positions, source, attributes} = resource
  const single = added.find((tag) => tag.key === key)
  if (single) return single.source
  if (!positions) return source
  const {tags, tag: blocks} = attributes
  for (const [name, list] of [['tag', blocks] as const, ['tags', tags] as const]) {
    const index = indexOfKey(list, key)
    if (index !== -1) return positions([name, index, 'key'])
  }
  const isOwn = hasKey(tags, key)
  return isOwn || !hasKey(attributes['tags_all'], key) ? positions(['tags', key]) : positions(['default_tags', key])
}

function hasKey(value: Value | undefined, key: string): boolean {
  return isRecord(value) && Object.hasOwn(value, key)
}

/** In a list of key and value, as Auto Scaling groups have. */
function indexOfKey(value: Value | undefined, key: string): number {
  return isArray(value) ? value.findIndex((item) => isRecord(item) && item['key'] === key) : -1
}
