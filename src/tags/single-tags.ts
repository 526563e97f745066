import type {DeclaredResource} from '../model/declared.ts'
import type {SourceRef} from '../model/source.ts'
import {isArray, isRecord, Sensitive, Unknown, type Value} from '../model/value.ts'

/** A tag of a resource that another resource declares: one of `aws_ec2_tag`. */
export interface AddedTag {
  readonly key: string
  readonly value: Value
  readonly source: SourceRef
  /** Of a group: whether the instances that it launches get it. */
  readonly propagates: boolean
}

/** What single-tag resources add to the tags of one resource. */
export interface AddedTags {
  readonly tags: readonly AddedTag[]
  /** Why there may be more: a resource of which it is not known what it tags, or with which key. */
  readonly open?: Unknown
}

interface SingleTagType {
  /** The attribute that names the tagged object. */
  readonly target: string
  readonly tagsOf: (resource: DeclaredResource) => readonly Value[]
  /** Types that it may tag, where its target is not known. */
  readonly mayTag: (type: string) => boolean
}

const own = (resource: DeclaredResource): readonly Value[] => [resource.attributes]

/** Types of resources that are tags of an object: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_tag */
const singleTagTypes: Readonly<Record<string, SingleTagType>> = {
  // The page names no types; those of EC2 are the ones whose identifiers it takes.
  aws_ec2_tag: {target: 'resource_id', tagsOf: own, mayTag: (type) => !serviceTypes.test(type)},
  aws_ecs_tag: {target: 'resource_arn', tagsOf: own, mayTag: (type) => /^aws_(ecs|batch)_/.test(type)},
  aws_dynamodb_tag: {target: 'resource_arn', tagsOf: own, mayTag: (type) => type.startsWith('aws_dynamodb_')},
  aws_transfer_tag: {target: 'resource_arn', tagsOf: own, mayTag: (type) => type.startsWith('aws_transfer_')},
  aws_autoscaling_group_tag: {
    target: 'autoscaling_group_name',
    tagsOf: ({attributes: {tag}}) => (isArray(tag) ? tag : tag === undefined || tag === null ? [] : [tag]),
    mayTag: (type) => type === 'aws_autoscaling_group',
  },
}

/** Types that are no part of EC2 for certain; the list may lack some, which then are taken for parts of it. */
const serviceTypes =
  /^aws_(s3|iam|lambda|db|rds|dynamodb|sqs|sns|ecs|ecr|eks|efs|kms|cloud|route53|api|sagemaker|batch|glue|kinesis|acm|secretsmanager|ssm|sfn|autoscaling)/

export function isSingleTag({type}: DeclaredResource): boolean {
  return Object.hasOwn(singleTagTypes, type)
}

/** Single tags by the address of what they tag, whether it is known by its identifier or by the reference to it. */
export class SingleTags {
  readonly #byAddress = new Map<string, AddedTag[]>()
  readonly #open: {readonly why: Unknown; readonly mayTag: (type: string) => boolean; readonly address?: string}[] = []

  constructor(resources: Iterable<DeclaredResource>) {
    const all = [...resources]
    const singles = all.filter(({type, mode}) => mode === 'managed' && Object.hasOwn(singleTagTypes, type))
    if (singles.length === 0) return
    const names = namesOf(all)
    const addresses = new Set(all.map(({address}) => address))
    for (const resource of singles) this.#add(resource, names, addresses)
  }

  for({address, type}: DeclaredResource): AddedTags {
    const tags = this.#byAddress.get(address) ?? []
    const open = this.#open.find((each) =>
      each.address === undefined ? each.mayTag(type) : isInstanceOf(address, each.address),
    )
    return {tags, ...(open && {open: open.why})}
  }

  #add(resource: DeclaredResource, names: ReadonlyMap<string, string>, addresses: ReadonlySet<string>): void {
    const kind = singleTagTypes[resource.type]
    if (!kind) return
    const target = resource.attributes[kind.target]
    const reference = target instanceof Unknown ? (target.reference ?? '').replace(/\.\w+$/, '') : undefined
    const address = reference === undefined ? names.get(plainText(target)) : reference
    for (const block of kind.tagsOf(resource)) {
      const tag = tagIn(block, resource.positions?.(['key']) ?? resource.source)
      if (tag instanceof Unknown) this.#open.push({why: tag, mayTag: kind.mayTag, ...(address && {address})})
      else if (address !== undefined && addresses.has(address)) push(this.#byAddress, address, tag)
      else if (target instanceof Unknown) this.#leaveOpen(target, kind, reference, addresses)
    }
  }

  /** An instance that nobody can tell, of a resource that is here; or anything of the service, where a variable says what. */
  #leaveOpen(why: Unknown, {mayTag}: SingleTagType, reference = '', addresses: ReadonlySet<string>): void {
    if (/(^|\.)data\./.test(reference)) return
    const isHere = reference !== '' && [...addresses].some((address) => isInstanceOf(address, reference))
    this.#open.push({why, mayTag, ...(isHere && {address: reference})})
  }
}

function isInstanceOf(address: string, block: string): boolean {
  return address === block || address.startsWith(`${block}[`)
}

/** Identifiers, ARNs and names of groups to addresses. */
function namesOf(resources: readonly DeclaredResource[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const {address, type, attributes, mode} of resources) {
    if (mode !== 'managed' || Object.hasOwn(singleTagTypes, type)) continue
    const named = type === 'aws_autoscaling_group' ? [attributes['name']] : []
    for (const value of [attributes['id'], attributes['arn'], ...named]) {
      const text = plainText(value)
      if (text !== '') names.set(text, address)
    }
  }
  return names
}

function tagIn(block: Value, source: SourceRef): AddedTag | Unknown {
  if (block instanceof Unknown) return block
  if (!isRecord(block)) return new Unknown('the tag has an unexpected form')
  const key = block['key']
  if (key instanceof Unknown) return key
  const propagates = block['propagate_at_launch'] !== false
  return {key: plainText(key), value: (block['value'] ?? '') as Value, source, propagates}
}

function plainText(value: Value | undefined): string {
  const plain = value instanceof Sensitive ? value.reveal() : value
  return typeof plain === 'string' ? plain : ''
}

function push(map: Map<string, AddedTag[]>, key: string, tag: AddedTag): void {
  const list = map.get(key)
  if (list) list.push(tag)
  else map.set(key, [tag])
}
