import type {LanguageObject} from '../language-value.ts'
import {evaluateBody} from './body.ts'
import type {BodyScope} from './json-value.ts'
import {type ModuleConfig, providerKey, type ProviderBlock} from './module-config.ts'
import {type ProviderConfiguration, providerRef, type ProviderScope} from './providers.ts'
import {referenceIn} from './reference-text.ts'
import type {Run} from './run.ts'

/** The configurations that a module names: those that it is given, and its own. */
export function providerScope(
  {config, address, given}: {config: ModuleConfig; address: string | undefined; given: ProviderScope},
  scope: BodyScope,
  run: Run,
): ProviderScope {
  const own = config.providers.map((block): [string, ProviderConfiguration] => [
    providerKey(block),
    configured(block, config, address, scope, run),
  ])
  run.found.providers.push(...own.map(([, provider]) => provider))
  return new Map([...given, ...own])
}

function configured(
  block: ProviderBlock,
  config: ModuleConfig,
  address: string | undefined,
  ...[scope, run]: [BodyScope, Run]
): ProviderConfiguration {
  const {alias} = block.body
  const ref = providerRef(sourceOf(block.name, config), typeof alias === 'string' ? alias : undefined, address)
  const attributes = run.memo.once<LanguageObject>(
    ref.text,
    () => evaluateBody(block.body, scope),
    () => ({}),
  )
  const alike = config.providers.filter(({name, file}) => name === block.name && file === block.file)
  return {ref, file: block.file, place: ['provider', block.name, alike.indexOf(block)], attributes}
}

function sourceOf(name: string, config: ModuleConfig): string {
  return config.requiredProviders.get(name) ?? (name === 'terraform' ? 'terraform.io/builtin/terraform' : name)
}

/** The configuration that a resource uses: the one it names, else the one that its type begins with. */
export function providerFor(
  reference: string | undefined,
  type: string,
  providers: ProviderScope,
  config: ModuleConfig,
): ProviderConfiguration {
  const key = reference ?? type.split('_', 1)[0] ?? type
  const [name = key, alias] = key.split('.')
  return (
    providers.get(key) ??
    providers.get(withoutKey(key)) ?? {
      ref: providerRef(sourceOf(name, config), alias, undefined),
      attributes: () => ({}),
    }
  )
}

/** Of `aws.by_region["x"]`: OpenTofu has providers with `for_each`, https://opentofu.org/docs/language/providers/configuration/. */
function withoutKey(reference: string): string {
  return reference.replace(/\[.*\]$/s, '')
}

/**
 * What a call hands to a module: the default configurations, and what `providers` maps over them.
 * https://developer.hashicorp.com/terraform/language/modules/develop/providers
 */
export function passedProviders(mapping: unknown, providers: ProviderScope, config: ModuleConfig): ProviderScope {
  const passed = new Map([...providers].filter(([key]) => !key.includes('.')))
  const entries = typeof mapping === 'object' && mapping !== null ? Object.entries(mapping) : []
  for (const [inner, outer] of entries) {
    const name = referenceIn(inner) ?? inner
    const reference = referenceIn(outer as string)
    if (reference !== undefined) passed.set(name, providerFor(reference, reference, providers, config))
  }
  return passed
}
