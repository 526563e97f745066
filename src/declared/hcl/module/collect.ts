import type {DeclaredResource} from '../../../model/declared.ts'
import type {SourceRef} from '../../../model/source.ts'
import type {Json} from '../../../model/value.ts'
import {firstBody} from './body.ts'
import {wrapSecrets} from '../../state/sensitive/wrap-secrets.ts'
import type {Path, Step} from '../positions/position-tree.ts'
import type {Instance} from './instances.ts'
import type {Module} from './module.ts'
import {plainRecord} from './plain-value.ts'
import {locationOf} from './providers.ts'
import {referenceIn} from './reference-text.ts'
import {instanceAddress, type Resource} from './resource.ts'
import type {ConfiguredBlock, Run} from './run.ts'
import {collectStatements} from './statements.ts'
import {blockDevices} from './volume-tags.ts'

/** Writes down everything that a module and those below it declare. */
export function collect(module: Module, run: Run): void {
  const {found} = run
  for (const resource of module.resources) {
    const instances = resource.instances()
    found.resources.push(...instances.all.map((instance) => declared(resource, instance, module, run)))
    if (resource.block.mode === 'managed') found.blocks.push(configuredBlock(resource, run))
  }
  collectStatements(module, run)
  for (const child of module.children()) collect(child, run)
}

function declared(resource: Resource, instance: Instance, holder: Module, run: Run): DeclaredResource {
  const {block, module, provider} = resource
  const {calls} = holder
  const ignores = [...holder.ignores, ...holder.config.ignores.about(headerOf(resource))]
  const location = locationOf(provider.attributes())
  const ignored = ignoreChanges(block.body['lifecycle'])
  return {
    origin: 'configured',
    address: instanceAddress(resource, instance),
    mode: block.mode,
    type: block.type,
    name: block.name,
    ...(module === undefined ? {} : {module}),
    ...(instance.key === undefined ? {} : {key: instance.key}),
    provider: provider.ref,
    tainted: false,
    attributes: wrapSecrets(block.type, plainRecord(resource.attributes(instance)), undefined),
    ...(location === undefined ? {} : {providerLocation: location}),
    ...(ignored.length === 0 ? {} : {ignoreChanges: ignored}),
    ...(ignores.length === 0 ? {} : {ignores}),
    source: sourceOf(resource, run),
    ...(calls.length === 0 ? {} : {calls}),
    positions: (path) => placeOf(path, resource, run),
  }
}

/** `default_tags` leads to those of the provider that the resource uses, all else into its own block. */
function placeOf(path: Path, resource: Resource, run: Run): SourceRef {
  const {block, provider} = resource
  const [first, ...more] = path
  if (first === 'default_tags' && provider.file !== undefined && provider.place !== undefined) {
    return run.locate(provider.file, provider.place, ['default_tags', 0, 'tags', ...more])
  }
  return run.locate(block.file, headerOf(resource), asWritten(path))
}

/** Nobody writes `tags_all`: the provider makes it of `tags` and its default ones, in block devices too. */
function asWritten([first, ...more]: Path): Path {
  if (first === undefined) return []
  const isDevice = typeof first === 'string' && blockDevices.includes(first)
  return isDevice ? [first, ...more.map(asTagsWritten)] : [asTagsWritten(first), ...more]
}

function asTagsWritten(step: Step): Step {
  return step === 'tags_all' ? 'tags' : step
}

function sourceOf(resource: Resource, run: Run): SourceRef {
  return run.locate(resource.block.file, headerOf(resource))
}

function headerOf({block: {mode, type, name}}: Resource): readonly string[] {
  return [mode === 'data' ? 'data' : 'resource', type, name]
}

function configuredBlock(resource: Resource, run: Run): ConfiguredBlock {
  const instances = resource.instances()
  const {reason, reference} = instances.kind === 'unknown' ? instances.unknown : {}
  return {
    address: resource.address,
    source: sourceOf(resource, run),
    ignoreChanges: ignoreChanges(resource.block.body['lifecycle']),
    ...(reason === undefined ? {} : {instancesUnknown: {reason, ...(reference === undefined ? {} : {reference})}}),
  }
}

/** https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#ignore_changes */
function ignoreChanges(lifecycle: Json | undefined): ConfiguredBlock['ignoreChanges'] {
  const ignored = firstBody(lifecycle)?.['ignore_changes']
  if (!Array.isArray(ignored)) return referenceIn(ignored) === 'all' ? 'all' : []
  return ignored.flatMap((item: Json) => referenceIn(item) ?? [])
}
