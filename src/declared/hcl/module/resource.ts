import {isTaggable} from '../../../catalog/taggable.ts'
import {formatAddress} from '../../../model/address.ts'
import {Unknown, type ValueRecord} from '../../../model/value.ts'
import {computedData, knownData, type ProviderFacts} from '../data-sources/index.ts'
import {leaveOpen} from '../expression/lazy-object.ts'
import type {LanguageObject, LanguageValue} from '../language-value.ts'
import {withVariables} from '../expression/scope.ts'
import {evaluateBody} from './body.ts'
import {asTags, effectiveTags} from './effective-tags.ts'
import {type Instance, type Instances, instancesOf, unknownInstances} from './instances.ts'
import type {BodyScope} from './json-value.ts'
import type {ResourceBlock} from './module-config.ts'
import {overlay, readValue, unknownResource} from './overlay.ts'
import {locationOf, type ProviderConfiguration} from './providers.ts'
import {recordedValues} from './recorded-values.ts'
import type {Run} from './run.ts'
import {withVolumeTags} from './volume-tags.ts'

/** A resource block with its instances, evaluated when somebody asks. */
export interface Resource {
  readonly block: ResourceBlock
  /** Without a key. */
  readonly address: string
  readonly module: string | undefined
  readonly provider: ProviderConfiguration
  readonly instances: () => Instances
  /** The configured attributes of an instance. */
  readonly attributes: (instance: Instance) => LanguageObject
}

/** Arguments that Terraform itself reads. */
const metaArguments: ReadonlySet<string> = new Set([
  'connection',
  'count',
  'depends_on',
  'for_each',
  'lifecycle',
  'provider',
  'provisioner',
])

export function resourceOf(
  block: ResourceBlock,
  module: string | undefined,
  provider: ProviderConfiguration,
  scope: BodyScope,
  run: Run,
): Resource {
  const address = formatAddress({...block, module, key: undefined})
  const known = new Map<Instance, () => LanguageObject>()
  const compute = (instance: Instance) => () => {
    const inner = {...withVariables(scope, instance.variables), templates: scope.templates}
    const body = evaluateBody(block.body, inner, metaArguments)
    if (block.mode === 'data') return {...body, ...computedData(block.type, body, () => factsOf(provider.attributes()))}
    return withTags(block, body, provider)
  }
  return {
    block,
    address,
    module,
    provider,
    instances: run.memo.once(`the number of ${address}`, () => instancesOf(block.body, scope), unknownInstances),
    attributes: (instance) => {
      const name = instanceAddress({block, module}, instance)
      const attributes =
        known.get(instance) ?? run.memo.once(name, compute(instance), (unknown) => failed(block, unknown, name))
      known.set(instance, attributes)
      return attributes()
    },
  }
}

/** Nothing is known of it: each argument is unknown, for the same reason. */
function failed({body, type, mode}: ResourceBlock, {reason}: Unknown, reference: string): LanguageObject {
  const names = Object.keys(body).filter((name) => !metaArguments.has(name) && name !== 'dynamic')
  const all = mode === 'managed' && isTaggable(type) ? [...names, 'tags_all'] : names
  const unknown = all.map((name) => [name, new Unknown(reason, `${reference}.${name}`)] as const)
  return leaveOpen(Object.fromEntries(unknown), {reason, reference})
}

export function instanceAddress({block, module}: Pick<Resource, 'block' | 'module'>, {key}: Instance): string {
  return formatAddress({...block, module, key})
}

function factsOf(provider: LanguageObject): ProviderFacts {
  const {region, account} = locationOf(provider) ?? {}
  return {region, account, defaultTags: effectiveTags(undefined, {...provider, ignore_tags: []})}
}

/** https://developer.hashicorp.com/terraform/language/resources/terraform-data */
function withOutput(type: string, body: LanguageObject): LanguageObject {
  return type === 'terraform_data' && body['input'] !== undefined ? {output: body['input'], ...body} : body
}

function withTags({type}: ResourceBlock, body: LanguageObject, provider: ProviderConfiguration): LanguageObject {
  if (!isTaggable(type) || 'tag' in body) return body
  // A group has no other tags than those in its blocks: without any it has none, which an absent attribute would not say.
  if (type === 'aws_autoscaling_group') return 'tags' in body ? body : {...body, tag: []}
  const {tags} = body
  const configured = provider.attributes()
  return {
    ...(type === 'aws_instance' ? withVolumeTags(body, configured) : body),
    ...(tags === undefined ? {} : {tags: asTags(tags)}),
    tags_all: effectiveTags(tags, configured),
  }
}

/** What `aws_instance.web` means elsewhere: an object, or a list or an object of them. */
export function resourceValue(resource: Resource, run: Run): LanguageValue {
  const instances = resource.instances()
  const value = (instance: Instance) => instanceValue(resource, instance, run.recorded)
  switch (instances.kind) {
    case 'single':
      return value(instances.all[0])
    case 'count':
      return instances.all.map(value)
    case 'each':
      return Object.fromEntries(instances.all.map((instance) => [String(instance.key), value(instance)]))
    case 'unknown':
      break
  }
  return unknownResource(instances.unknown, resource.address)
}

function instanceValue(
  resource: Resource,
  instance: Instance,
  recordedAt: (address: string) => ValueRecord | undefined,
): LanguageObject {
  const reference = instanceAddress(resource, instance)
  const recorded = recordedValues(resource.block.type, recordedAt(reference))
  const configured = resource.attributes(instance)
  if (resource.block.mode === 'data')
    return readValue(recorded, {configured, known: knownData(resource.block.type, configured)}, reference)
  return overlay(withOutput(resource.block.type, configured), {reason: 'it is known after apply', reference, recorded})
}
