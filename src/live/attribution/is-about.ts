import type {Json} from '../../model/value.ts'
import {Unknown, type Value} from '../../model/value.ts'
import type {TrailEvent} from './trail-event.ts'

/** What was changed: a property of an object. */
export interface Changed {
  /** `VersioningConfiguration.Status` */
  readonly path: string
  /** Terraform's name of it, which is sometimes the API's: `visibility_timeout_seconds`. */
  readonly attribute?: string
  readonly value: Value | undefined
}

/**
 * Whether the event names the property, or brings its value: `PutBucketVersioning` names `VersioningConfiguration.Status`,
 * `AttachRolePolicy` brings the ARN that was found in `ManagedPolicyArns`.
 */
export function isAbout({name, parameters}: TrailEvent, {path, attribute, value}: Changed): boolean {
  const segments = [...path.split('.'), ...(attribute ?? '').split('.')].map(plain).filter(({length}) => length > 1)
  if (path.startsWith('Tags')) return /Tag|Untag/.test(name) && isTagIn(parameters, path.slice('Tags.'.length))
  const subject = plain(name.replace(verbs, ''))
  if (subject.length > 4 && segments.some((segment) => overlaps(segment, subject))) return true
  const leaves = leavesOf(parameters)
  const last = plain(path.split('.').at(-1) ?? '')
  if (leaves.some(({keys}) => keys.some((key) => key === last) && last.length > 3)) return true
  return scalars(value).some((text) => text.length > 3 && leaves.some((leaf) => leaf.text === text))
}

const verbs =
  /^(?:Put|Update|Modify|Enable|Disable|Create|Delete|Set|Attach|Detach|Authorize|Revoke|Associate|Disassociate|Register|Change|Reset|Add|Remove|Start|Stop)/

/** Names as short as `name` or `status` are everywhere: they tell nothing inside of others. */
function overlaps(segment: string, subject: string): boolean {
  if (segment === subject) return true
  const [short, long] = segment.length < subject.length ? [segment, subject] : [subject, segment]
  return short.length > 8 && long.includes(short)
}

function isTagIn(parameters: Json, key: string): boolean {
  return key === '' || leavesOf(parameters).some((leaf) => leaf.text === key || leaf.keys.includes(plain(key)))
}

function plain(name: string): string {
  return name.replaceAll(/[^a-z0-9]/gi, '').toLowerCase()
}

interface Leaf {
  readonly keys: readonly string[]
  readonly text: string
}

function leavesOf(value: Json, keys: readonly string[] = []): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [{keys, text: String(value)}]
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, /^\d+$/.test(key) ? keys : [...keys, plain(key)]),
  )
}

function scalars(value: Value | undefined): readonly string[] {
  if (value === undefined || value === null || value instanceof Unknown) return []
  if (typeof value !== 'object') return typeof value === 'boolean' ? [] : [String(value)]
  return Object.values(value as {readonly [key: string]: Value}).flatMap(scalars)
}
