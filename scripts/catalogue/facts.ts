import {isGlobalType} from '../../src/live/global-types.ts'
import type {CloudFormationProperties, CloudFormationProperty, CloudFormationType} from './cloudformation.ts'
import type {SpecResource} from './sources.ts'

/** Facts of an object type, as `catalog/generated` holds them. */
export function factsOf(type: CloudFormationType, spec: SpecResource | undefined): Readonly<Record<string, unknown>> {
  const arn = arnTemplate(type, spec)
  return {
    id: type.identifier,
    ...(isGlobalType(type.name) ? {global: true} : {}),
    ...(arn === undefined ? {} : {arn}),
    ...(type.taggable ? {tags: type.tagProperty ?? 'Tags'} : {}),
    has: membersOf(type.properties),
    ...(type.readOnly.length > 0 ? {readOnly: type.readOnly} : {}),
    ...(type.writeOnly.length > 0 ? {writeOnly: type.writeOnly} : {}),
    ...(type.createOnly.length > 0 ? {createOnly: type.createOnly} : {}),
    ...(type.readActions === undefined ? {} : {read: type.readActions}),
    ...(type.list === undefined ? {} : {list: type.list.actions}),
    ...(type.list && type.list.parents.length > 0 ? {parents: type.list.parents} : {}),
  }
}

/** Names two levels deep; what is deeper is taken for known. A name alone where its members are free or none. */
function membersOf(properties: CloudFormationProperties): readonly string[] {
  return Object.entries(properties).map(([name, property]) => {
    const members = Object.keys(objectOf(property)?.members?.() ?? {})
    return members.length > 0 ? `${name}(${members.join(' ')})` : name
  })
}

function objectOf(property: CloudFormationProperty): CloudFormationProperty | undefined {
  return property.kind === 'array' ? property.element?.() : property
}

/** `arn:{partition}:ecr:{region}:{account}:repository/{id}`, where the only variable that is left is the identifier. */
function arnTemplate({identifier}: CloudFormationType, spec: SpecResource | undefined): string | undefined {
  const [property] = identifier
  if (identifier.length !== 1 || property === undefined || spec?.arnTemplate === undefined) return undefined
  if (property.endsWith('Arn')) return '{id}'
  const template = spec.arnTemplate
    .replace('${Partition}', '{partition}')
    .replace('${Region}', '{region}')
    .replace('${Account}', '{account}')
  const [variable, ...others] = [...template.matchAll(/\$\{(\w+)\}/g)]
  if (variable === undefined || others.length > 0) return undefined
  const noun = (variable[1] ?? '').toLowerCase()
  const own = property.toLowerCase()
  return noun.endsWith(own) || own.endsWith(noun) ? template.replace(variable[0], '{id}') : undefined
}
