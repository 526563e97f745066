import type {CloudFormationType} from './cloudformation.ts'
import {plainName, singular} from './names.ts'
import type {CompactRules} from './attributes.ts'
import type {TerraformAttributes} from './terraform.ts'

/**
 * Attributes whose values, joined, are the primary identifier; several alternatives, the surest first. Empty where the attributes do not
 * hold a part of it.
 */
export function identityOf(
  attributes: TerraformAttributes,
  {identifier, name}: CloudFormationType,
  rules: CompactRules,
): readonly (readonly string[])[] {
  const noun = singular(plainName(name.split('::').at(-1) ?? ''))
  const parts = identifier.map((property) => candidates(property, noun, attributes, rules))
  if (parts.length === 0) return []
  const [single] = parts
  if (parts.length === 1) return orId(identifier[0] ?? '', single ?? [], attributes).map((attribute) => [attribute])
  if (parts.some((part) => part.length === 0)) return []
  return [parts.map(([first]) => first ?? '')]
}

/** Attributes that hold one property of the identifier. */
function candidates(
  property: string,
  noun: string,
  attributes: TerraformAttributes,
  rules: CompactRules,
): readonly string[] {
  const leaf = property.split('.').at(-1) ?? property
  const mapped = Object.entries(rules).filter(
    ([, rule]) =>
      typeof rule === 'string' && !/ (kmsKey|iamPolicy|jsonDocument)/.test(rule) && rule.split(' ')[0] === property,
  )
  const plain = plainName(leaf)
  const bare = plain.startsWith(noun) ? plain.slice(noun.length) : plain
  const byName = Object.keys(attributes).filter((attribute) => {
    const form = plainName(attribute)
    return form === plain || (form === bare && bare !== '' && bare !== 'id') || noun + form === plain
  })
  // What an ARN stands for must be an ARN: a name that is mapped to it by sound is none.
  const found = [...mapped.map(([attribute]) => attribute), ...byName]
  const fitting = found.filter((attribute) => !plain.endsWith('arn') || plainName(attribute).endsWith('arn'))
  const given = fitting.filter((attribute) => attribute !== 'id')
  return [...new Set(given.length > 0 || !plain.endsWith('arn') || attributes['arn'] === undefined ? given : ['arn'])]
}

/** The provider's own `id` is the identifier of most types that have one name or number. */
function orId(property: string, found: readonly string[], attributes: TerraformAttributes): readonly string[] {
  if (plainName(property).endsWith('arn')) {
    const arn = found.length > 0 ? found : attributes['arn'] ? ['arn'] : []
    return arn.length > 0 ? arn : ['id']
  }
  return [...new Set([...found, 'id'])]
}
