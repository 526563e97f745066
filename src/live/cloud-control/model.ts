import type {GeneratedObject} from '../../catalog/derived.ts'
import {parseArn} from '../../model/arn.ts'
import type {LiveObject, ObjectType} from '../../model/live.ts'
import {globalRegion, type Location} from '../../model/location.ts'
import {keysOf, valueAt} from '../../model/path.ts'
import {isRecord, type Json} from '../../model/value.ts'
import {itemTags} from '../config/item-tags.ts'
import {deletingIn, misreadIn, templateNames, withoutHusks, type Model} from './quirks.ts'

export type {Model}

/** The properties that an answer holds as text; undefined where it is no JSON object. */
export function modelIn(type: ObjectType, text: string | undefined): Model | undefined {
  try {
    const model = JSON.parse(text ?? '') as Json
    return isRecord(model) ? templateNames(type, withoutHusks(model) as Model) : undefined
  } catch {
    return undefined
  }
}

interface Described {
  readonly type: ObjectType
  readonly id: string
  readonly location: Location
  readonly model: Model
  readonly facts: GeneratedObject
  /** From a list, whose models often hold no more than identifiers: what one lacks was not looked at. */
  readonly listed: boolean
}

/** A model is in canonical form already; what remains is to find tags and ARN in it, and to say what it does not show. */
export function liveObject(described: Described): LiveObject {
  const {type, id, location, model, facts, listed} = described
  const arn = arnOf(described)
  const tags = facts.tags === undefined ? undefined : tagsIn(tagsAt(model, facts.tags))
  const deleting = deletingIn(model)
  const unseen = [...misreadIn(type), ...(listed ? absentIn(model, facts) : droppedIn(model, facts))]
  return {
    type,
    id,
    location,
    ...(arn === undefined ? {} : {arn}),
    properties: model,
    ...(tags === undefined ? {} : {tags}),
    reader: 'cloud-control',
    ...(unseen.length > 0 ? {unseen} : {}),
    ...(deleting === undefined ? {} : {deleting}),
  }
}

// `Tags`, or, of one type, a place inside: `TagSpecifications/*/Tags`.
function tagsAt(model: Model, place: string): Json | undefined {
  const [name = '', ...rest] = place.split('/')
  const value = model[name]
  if (rest.length === 0 || value === undefined) return value
  return Array.isArray(value)
    ? (value as readonly Json[]).flatMap((item) => listAt(item, rest.at(-1) ?? ''))
    : undefined
}

function listAt(item: Json, name: string): readonly Json[] {
  const list = isRecord(item) ? item[name] : undefined
  return Array.isArray(list) ? list : []
}

/** Not the same as none, where the property is absent: handlers leave tags out that they may not read. */
function tagsIn(value: Json | undefined): LiveObject['tags'] | undefined {
  return value === undefined || value === null ? undefined : itemTags(value, {}, {})
}

/**
 * What only the creation of an object sets and the model lacks: many handlers do not read it back, and nothing but a new object could
 * have changed it (https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html, createOnlyProperties).
 */
function droppedIn(model: Model, {createOnly = []}: GeneratedObject): readonly string[] {
  return createOnly.filter((path) => !path.includes('*') && (valueAt(model, keysOf(path)) ?? null) === null)
}

function absentIn(model: Model, {has}: GeneratedObject): readonly string[] {
  return has.map((property) => property.replace(/\(.*$/, '')).filter((name) => model[name] === undefined)
}

function arnOf({type, id, location, model, facts}: Described): string | undefined {
  const {partition, account, region} = location
  const noun = type.split('::').at(-1) ?? ''
  const own = Object.keys(model).filter((name) => isArnOf(noun, name))
  const filled = facts.arn
    ?.replace('{partition}', partition)
    .replace('{region}', region === globalRegion ? '' : region)
    .replace('{account}', account)
    .replace('{id}', id)
  const found = [...own.map((name) => model[name]), filled].find((arn): arn is string => parseArn(arn) !== undefined)
  // As the Tagging API names a log group.
  return found?.replace(/:\*$/, '')
}

/** `Arn`, `RuleArn` of a ListenerRule, `Id` where that is one; not `FunctionArn` of an Url, which is another object's. */
function isArnOf(noun: string, name: string): boolean {
  if (name === 'Arn' || name === 'Id') return true
  return name.endsWith('Arn') && noun.toLowerCase().endsWith(name.slice(0, -'Arn'.length).toLowerCase())
}
