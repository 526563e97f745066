import type {AttributeDescription, KnownType, TypeDescription} from '../model/type-description.ts'
import type {GrowingCatalog} from './catalog.ts'
import type {AttributeRule, TerraformType} from './entry.ts'
import {generatedFor, generatedTypes} from './generated.ts'
import {onlyReads} from './read-actions.ts'
import {isTaggable} from './taggable.ts'

/** Every known type, curated or derived, sorted. */
export async function everyType(catalog: GrowingCatalog): Promise<readonly KnownType[]> {
  for (const type of generatedTypes()) await catalog.want(type)
  return catalog.entries.map(known).toSorted((a, b) => (a.type < b.type ? -1 : 1))
}

/** @returns undefined for a type that nothing is known of */
export async function describeEntry(
  name: string,
  catalog: GrowingCatalog,
): Promise<Omit<TypeDescription, 'readers'> | undefined> {
  await catalog.want(name)
  const entry = name.includes('::') ? catalog.creator(name) : catalog.entry(name)
  if (!entry) return undefined
  const {identity, role, type} = entry
  return {
    ...known(entry),
    role,
    taggable: isTaggable(type),
    identity: typeof identity === 'function' ? [] : identity.map((names) => names.join('|')),
    attributes: described(entry.attributes, '', ''),
  }
}

/** IAM actions that reading objects and listing them through Cloud Control takes, as the CloudFormation schema says; none that writes. */
export async function handlerActions(objectType: string): Promise<readonly string[]> {
  const {read = [], list = []} = (await generatedFor(objectType))?.objects[objectType] ?? {}
  return [...new Set([...read, ...list])].filter(onlyReads).toSorted()
}

function known({type, objectType, confidence}: TerraformType): KnownType {
  return {type, objectType, confidence}
}

function described(
  rules: Readonly<Record<string, AttributeRule>>,
  path: string,
  base: string,
): readonly AttributeDescription[] {
  return Object.entries(rules).flatMap(([name, rule]): readonly AttributeDescription[] => {
    const attribute = join(path, name)
    if ('skip' in rule) return [{attribute, skipped: rule.skip, because: rule.because}]
    if ('custom' in rule) return [{attribute, because: rule.custom}]
    const property = join(base, rule.to)
    if ('block' in rule) return described(rule.of, attribute, property)
    return [{attribute, property, comparison: rule.as ?? 'exact'}]
  })
}

function join(base: string, name: string): string {
  return base === '' ? name : name === '' ? base : `${base}.${name}`
}
