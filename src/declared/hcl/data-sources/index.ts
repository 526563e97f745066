import {partitionOf} from '../../../model/location.ts'
import {Unknown} from '../../../model/value.ts'
import {settle} from '../expression/settle.ts'
import {callFunction} from '../functions/index.ts'
import {noFiles} from '../functions/function.ts'
import {bareThroughout, firstUnknown, holdsSecret, secret} from '../functions/secrecy.ts'
import {isObject, type LanguageObject, type LanguageValue} from '../language-value.ts'
import {plainRecord} from '../module/plain-value.ts'
import {policyDocument} from './policy-document.ts'

/** What a data source answers that is computed without asking anyone. */
interface ComputedSource {
  /** The attributes that it computes; nothing else of it is known. */
  readonly names: readonly string[]
  readonly compute: (body: LanguageObject, provider: ProviderFacts) => LanguageObject
}

/** What the configuration of its provider says; absent where it does not, or cannot be known. */
export interface ProviderFacts {
  readonly region: string | undefined
  readonly account: string | undefined
  readonly defaultTags: LanguageValue
}

const sources: Readonly<Record<string, ComputedSource>> = {
  aws_arn: {names: ['account', 'partition', 'region', 'resource', 'service'], compute: arnParts},
  aws_caller_identity: {
    names: ['account_id', 'id'],
    compute: (_, {account}) => (account === undefined ? {} : {account_id: account, id: account}),
  },
  aws_default_tags: {names: ['tags'], compute: (_, {defaultTags}) => ({tags: defaultTags})},
  aws_iam_policy_document: {names: ['json', 'minified_json'], compute: document},
  aws_partition: {names: ['dns_suffix', 'id', 'partition', 'reverse_dns_prefix'], compute: partition},
  aws_region: {names: ['id', 'name', 'region'], compute: region},
  null_data_source: {names: ['outputs'], compute: ({inputs = {}}) => ({outputs: inputs})},
}

/** Attributes that a data source has beside those that are set. */
export function computedData(type: string, body: LanguageObject, provider: () => ProviderFacts): LanguageObject {
  return Object.hasOwn(sources, type) ? (sources[type]?.compute(body, provider()) ?? {}) : {}
}

/** Of the attributes of a data source, those that are computed and known: they count more than what was recorded when it was last read. */
export function knownData(type: string, attributes: LanguageObject): LanguageObject {
  const names = Object.hasOwn(sources, type) ? (sources[type]?.names ?? []) : []
  const known = names.flatMap((name) => {
    const value = attributes[name]
    return value === undefined || firstUnknown(value) ? [] : [[name, value] as const]
  })
  return Object.fromEntries(known)
}

function document(body: LanguageObject): LanguageObject {
  const unknown = firstUnknown(body)
  if (unknown) return {json: unknown, minified_json: unknown}
  try {
    const written = policyDocument(plainRecord(bareThroughout(body) as LanguageObject))
    if (!holdsSecret(body)) return written
    return {json: secret(written.json), minified_json: secret(written.minified_json)}
  } catch (error) {
    const refused = new Unknown(`the policy document is refused: ${error instanceof Error ? error.message : ''}`)
    return {json: refused, minified_json: refused}
  }
}

function region({region: own, name}: LanguageObject, provider: ProviderFacts): LanguageObject {
  const named = [own, name].find((value) => value !== undefined) ?? provider.region
  return typeof named === 'string' ? {id: named, name: named, region: named} : {}
}

/** Of the partitions whose names are published: https://docs.aws.amazon.com/general/latest/gr/rande.html */
const suffixes: Readonly<Record<string, string>> = {
  aws: 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
  'aws-us-gov': 'amazonaws.com',
}

function partition(_: LanguageObject, provider: ProviderFacts): LanguageObject {
  if (provider.region === undefined) return {}
  const name = partitionOf(provider.region)
  const suffix = suffixes[name]
  const dns =
    suffix === undefined ? {} : {dns_suffix: suffix, reverse_dns_prefix: suffix.split('.').toReversed().join('.')}
  return {id: name, partition: name, ...dns}
}

function arnParts({arn}: LanguageObject): LanguageObject {
  const parts = settle(() => callFunction('provider::aws::arn_parse', [arn ?? null], noFiles))
  if (!isObject(parts)) return {}
  const {
    account_id: account = null,
    partition: name = null,
    region: place = null,
    resource = null,
    service = null,
  } = parts
  return {account, partition: name, region: place, resource, service}
}
