import type {ProviderRef} from '../../model/declared.ts'

/** `module.a["x"].` in front, then either form of the name, then an alias. */
const pattern = /^(?:.*\.)?provider(?:\["(?<source>[^"]+)"\]|\.(?<legacy>[^.[\]]+))(?:\.(?<alias>[^.[\]]+))?$/

/**
 * Reads `provider["registry.terraform.io/hashicorp/aws"].west` (0.13 and later, any registry), `provider.aws.west` (0.12), and both
 * with the module that configures the provider in front.
 */
export function parseProvider(text: string): ProviderRef {
  const before = known.get(text)
  if (before !== undefined) return before
  const provider = parse(text)
  if (known.size < 1000) known.set(text, provider)
  return provider
}

/** Thousands of resources name the same few providers. */
const known = new Map<string, ProviderRef>()

function parse(text: string): ProviderRef {
  const {source, legacy, alias} = pattern.exec(text)?.groups ?? {}
  const name = source === undefined ? legacy : withoutHost(source)
  return {text, ...(name === undefined ? {} : {name}), ...(alias === undefined ? {} : {alias})}
}

/** `-` is the namespace of a provider of unknown origin, taken over from 0.12. */
function withoutHost(source: string): string {
  const parts = source.split('/')
  return (parts.length === 3 ? parts.slice(1) : parts).filter((part) => part !== '-').join('/')
}
