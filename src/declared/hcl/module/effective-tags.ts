import {Sensitive, Unknown} from '../../../model/value.ts'
import {settle} from '../expression/settle.ts'
import {toText} from '../expression/conversions.ts'
import {define} from '../expression/constructors.ts'
import {isList, isObject, LanguageSet, type LanguageObject, type LanguageValue} from '../language-value.ts'

/**
 * `tags_all` as the AWS provider computes it: the provider's default tags, the resource's own over them, less the ignored ones.
 * https://developer.hashicorp.com/terraform/language/providers/aws (guides: resource-tagging)
 */
export function effectiveTags(own: LanguageValue | undefined, provider: LanguageObject): LanguageValue {
  if (provider['default_tags'] instanceof Unknown) return provider['default_tags']
  const defaults = asTags(firstBlock(provider['default_tags'])?.['tags'])
  const tags = asTags(own)
  if (!isObject(defaults)) return defaults
  if (!isObject(tags)) return tags
  return withoutIgnored({...defaults, ...tags}, firstBlock(provider['ignore_tags']))
}

/** Values of tags are strings; null is no tag. Up to Terraform 0.11 tags were written as blocks, too: `tags { Name = "web" }`. */
export function asTags(value: LanguageValue | undefined): LanguageValue {
  if (value === undefined || value === null) return {}
  if (isList(value)) return asTags(Object.assign({}, ...value.filter(isObject)) as LanguageObject)
  if (!isObject(value)) return value instanceof Unknown || value instanceof Sensitive ? value : {}
  const tags: Record<string, LanguageValue> = {}
  for (const [key, tag] of Object.entries(value)) {
    if (tag !== null)
      define(tags, key, tag instanceof Unknown || tag instanceof Sensitive ? tag : settle(() => toText(tag)))
  }
  return tags
}

function withoutIgnored(tags: LanguageObject, ignored: LanguageObject | undefined): LanguageObject {
  if (!ignored) return tags
  const keys = new Set(texts(ignored['keys']))
  const prefixes = texts(ignored['key_prefixes'])
  const isKept = (key: string) => !keys.has(key) && !prefixes.some((prefix) => key.startsWith(prefix))
  return Object.fromEntries(Object.entries(tags).filter(([key]) => isKept(key)))
}

function texts(value: LanguageValue | undefined): string[] {
  const items = value instanceof LanguageSet ? value.elements : value
  return items !== undefined && isList(items) ? items.filter((item) => typeof item === 'string') : []
}

function firstBlock(blocks: LanguageValue | undefined): LanguageObject | undefined {
  const first = blocks !== undefined && isList(blocks) ? blocks[0] : blocks
  return first !== undefined && isObject(first) ? first : undefined
}
