import type {ComparisonContext} from '../src/catalog/normalizers/normalizer.ts'
import {normalizers, type NormalizerName} from '../src/catalog/normalizers/index.ts'
import {parseDocument} from '../src/catalog/normalizers/json-text.ts'
import {isSecretName} from '../src/catalog/secret-names.ts'
import {deepEqual, isArray, isEmpty, isRecord, type Json} from '../src/model/value.ts'
import {keyOf, keyed} from './element-keys.ts'

/** How values at canonical paths are compared: by what the catalogue says of a path, else by what the schema says of it. */
export interface Terms {
  readonly context: ComparisonContext
  /** Of the entry of the type, by path without element names. */
  readonly ruleAt: (path: string) => {readonly as?: NormalizerName; readonly default?: Json} | undefined
  readonly isUnordered: (path: string) => boolean
  readonly isHidden: (path: string) => boolean
  /** Cannot change while the object lives: what a reader does not show of it is not gone. */
  readonly isFixed: (path: string) => boolean
}

/** Paths at which what is declared is not what is live; what is live alone is nobody's declaration. */
export function differences(path: string, declared: Json, live: Json | undefined, terms: Terms): readonly string[] {
  if (terms.isHidden(path) || isSecretName(lastName(path))) return []
  const rule = terms.ruleAt(path)
  if (declared === null || (rule?.default !== undefined && deepEqual(declared, rule.default))) return []
  if (live === undefined || live === null) return terms.isFixed(path) || isNothing(declared) ? [] : [path]
  if (rule && normalizers[rule.as ?? 'exact'](declared, live, terms.context)) return []
  const [mine, theirs] = [documentIn(declared), documentIn(live)]
  if (isPlainRecord(mine) && isPlainRecord(theirs)) return ofRecords(path, mine, theirs, terms)
  if (isPlainList(mine) && isPlainList(theirs)) return ofLists(path, mine, theirs, terms)
  return isSameText(path, declared, live, terms) ? [] : [path]
}

type JsonRecord = {readonly [key: string]: Json}

function ofRecords(path: string, declared: JsonRecord, live: JsonRecord, terms: Terms): readonly string[] {
  if (isPolicy(declared)) return normalizers.iamPolicy(declared, live, terms.context) ? [] : [path]
  return Object.entries(declared).flatMap(([key, value]) =>
    differences(path === '' ? key : `${path}.${key}`, value, live[key], terms),
  )
}

function isPolicy(value: JsonRecord): boolean {
  return 'Statement' in value && Object.keys(value).every((key) => ['Version', 'Id', 'Statement'].includes(key))
}

function ofLists(path: string, declared: readonly Json[], live: readonly Json[], terms: Terms): readonly string[] {
  const key = keyOf(declared, live)
  if (key) return ofKeyed(path, keyed(declared, key), keyed(live, key), terms)
  const nested = {...terms, ruleAt: (other: string) => (other === path ? undefined : terms.ruleAt(other))}
  const equal = (a: Json, b: Json): boolean => differences(path, a, b, nested).length === 0
  if (declared.length === live.length && declared.every((item, index) => equal(item, live[index] ?? null))) return []
  if (!terms.isUnordered(path) && (hasOrder.test(lastName(path)) || !isScalarList(live))) return [path]
  const rest = [...live]
  const lost = declared.filter((item) => {
    const index = rest.findIndex((other) => equal(item, other))
    if (index !== -1) rest.splice(index, 1)
    return index === -1
  })
  return lost.length === 0 && (rest.length === 0 || !isScalarList(live)) ? [] : [path]
}

/** Elements with a name are compared by it; live ones that nobody declared are nobody's declaration. */
function ofKeyed(
  path: string,
  declared: ReadonlyMap<string, JsonRecord>,
  live: ReadonlyMap<string, JsonRecord>,
  terms: Terms,
): readonly string[] {
  return [...declared].flatMap(([name, element]) =>
    differences(path, element, live.get(name), {
      ...terms,
      ruleAt: (other) => (other === path ? undefined : terms.ruleAt(other)),
    }),
  )
}

/** Lists of words in which the order says something. */
const hasOrder = /(Command|EntryPoint|Args|Arguments|Layers|Steps|Stages|Priority|Order|Servers|SearchDomains)$/

function isScalarList(list: readonly Json[]): boolean {
  return list.every((item) => item === null || typeof item !== 'object')
}

/** Scalars at a path that no entry knows, by what its name says they are. */
function isSameText(path: string, declared: Json, live: Json, {context}: Terms): boolean {
  const names = byName.filter(([pattern]) => pattern.test(path)).map(([, name]) => name)
  return ['exact' as const, 'iamPolicy' as const, ...names].some((name) => normalizers[name](declared, live, context))
}

const byName: readonly (readonly [RegExp, NormalizerName])[] = [
  [/kms|EncryptionKey/i, 'kmsKey'],
  [/(Arn|ARN|Id|Name|Role|Identifier|Cluster|Topic|Function|Group|Source|Target|Resource)s?$/, 'arnOrName'],
  [/Cidr/, 'cidr'],
  [/Domain|D(ns|NS)|Zone|RecordSets.Name/, 'dnsName'],
  [/EngineVersion$/, 'versionPrefix'],
  [/Schedule/, 'schedule'],
  [/AccessString$/, 'accessString'],
  [/(Protocol|EventTypes|Headers|EndpointType|Identifier|GroupName)$/, 'caseInsensitive'],
]

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}

function documentIn(value: Json): Json {
  return typeof value === 'string' && /^\s*[[{]/.test(value) ? parseDocument(value) : value
}

function isPlainRecord(value: Json): value is JsonRecord {
  return isRecord(value)
}

function isPlainList(value: Json): value is readonly Json[] {
  return isArray(value)
}

function isNothing(declared: Json): boolean {
  if (declared === false || declared === 'false' || isEmpty(declared)) return true
  return isPlainRecord(declared) && Object.values(declared).every(isNothing)
}
