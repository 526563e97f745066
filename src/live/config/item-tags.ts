import {isArray, isRecord, type Json} from '../../model/value.ts'
import type {JsonRecord} from '../projectors/projector.ts'

export type Tags = Readonly<Record<string, string>>

/**
 * The tags of a configuration item, from the places where Config keeps them, the first that has any: the item itself, its
 * supplementary configuration, its configuration. Undefined where no place says anything, as in the answers of
 * BatchGetResourceConfig, which come without tags.
 */
export function itemTags(
  own: Json | undefined,
  supplementary: JsonRecord,
  configuration: JsonRecord,
): Tags | undefined {
  const places = [
    own,
    supplementary['Tags'],
    supplementary['tags'],
    configuration['tags'],
    configuration['Tags'],
    configuration['tagList'],
  ]
  const found = places.map(tagsIn).filter((tags) => tags !== undefined)
  return found.find((tags) => Object.keys(tags).length > 0) ?? found[0]
}

/** A map, or a list of `{key, value}`, `{Key, Value}` or `{tagKey, tagValue}`; undefined for anything else. */
function tagsIn(value: Json | undefined): Tags | undefined {
  if (isArray(value)) return Object.fromEntries(value.flatMap((item) => (isRecord(item) ? [pairOf(item)] : [])))
  if (!isRecord(value)) return undefined
  const pairs = Object.entries(value).map(([key, text]) => [key, textOf(text)])
  return Object.fromEntries(pairs) as Tags
}

function pairOf(tag: JsonRecord): readonly [string, string] {
  const key = tag['key'] ?? tag['Key'] ?? tag['tagKey'] ?? tag['TagKey']
  const value = tag['value'] ?? tag['Value'] ?? tag['tagValue'] ?? tag['TagValue']
  return [textOf(key), textOf(value)]
}

/** A tag without a value has the empty one. */
function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value)
}
