import type {ProjectedTags} from '../catalog/entry.ts'
import type {Share} from '../join/joined.ts'
import type {LiveObject} from '../model/live.ts'
import {isRecord, Sensitive, Unknown, type Value, type ValueRecord} from '../model/value.ts'
import type {Tally} from './tally.ts'

/**
 * Declared tags (`tags_all`, else `tags`) against live ones, key by key; `aws:` tags are AWS's own, and those that have a resource of
 * their own (aws_ec2_tag) are compared there.
 */
export function compareTags(share: Share, live: LiveObject, shares: readonly Share[], tally: Tally): void {
  const declared = declaredTags(share)
  if (declared === undefined) return
  if (live.tags === undefined) return tally.skipped('not-visible')
  if (declared.value instanceof Unknown) return tally.skipped('unknown')
  tally.compared()
  const elsewhere = new Set(declared.own ? [] : shares.flatMap(ownKeys))
  for (const difference of tagDifferences(tagsOf(declared.value), live.tags)) {
    if (elsewhere.has(difference.key) || (difference.undeclared && declared.some)) continue
    tally.differs({...difference, attribute: `${declared.attribute}.${difference.key}`, path: `Tags.${difference.key}`})
  }
}

/** The tags of the resource, or those that it declares on a further object of its own (the volumes of an instance). */
function declaredTags({entry, projection, resource}: Share): ProjectedTags | undefined {
  if (projection !== 'table') return projection.tags
  if (entry.role !== 'object' || (entry.tags ?? 'map') !== 'map') return undefined
  const attribute = resource.attributes['tags_all'] === undefined ? 'tags' : 'tags_all'
  const value = resource.attributes[attribute]
  return value === undefined ? undefined : {value, attribute}
}

function ownKeys({projection}: Share): readonly string[] {
  const tags = projection === 'table' ? undefined : projection.tags
  return tags?.own ? Object.keys(tagsOf(tags.value)) : []
}

interface TagDifference {
  readonly key: string
  readonly before: Value | undefined
  readonly after: Value | undefined
  readonly undeclared: boolean
}

function tagDifferences(declared: ValueRecord, live: Readonly<Record<string, string>>): readonly TagDifference[] {
  const found: TagDifference[] = []
  for (const key in declared) {
    const before = declared[key]
    const after = live[key]
    if (before === after || before === null || before instanceof Unknown || key.startsWith('aws:')) continue
    const plain = before instanceof Sensitive ? before.reveal() : before
    if (plain !== after) found.push({key, before, after, undeclared: false})
  }
  for (const key in live) {
    if (declared[key] !== undefined || key.startsWith('aws:')) continue
    found.push({key, before: undefined, after: live[key], undeclared: true})
  }
  return found
}

function tagsOf(value: Value): ValueRecord {
  const plain = value instanceof Sensitive ? value.reveal() : value
  if (!isRecord(plain)) return {}
  return value instanceof Sensitive
    ? Object.fromEntries(Object.entries(plain).map(([key, item]) => [key, Sensitive.of(item)]))
    : plain
}
