import type {CloudFormationProperties, CloudFormationProperty} from './cloudformation.ts'
import {comparison, type Compact} from './comparison.ts'
import {plainName, singular} from './names.ts'
import type {TerraformAttribute, TerraformAttributes} from './terraform.ts'

export type CompactRules = Readonly<Record<string, Compact | CompactBlock>>

export interface CompactBlock {
  readonly to: string
  readonly block: 'single' | 'list' | 'set'
  readonly of: CompactRules
  readonly computed?: true
}

/** What a level of nesting is about: `name` of a repository is `RepositoryName`. */
export interface Level {
  readonly nouns: readonly string[]
  /** Dotted path of this level in the CloudFormation type. */
  readonly path: string
  readonly writeOnly: readonly string[]
  readonly policies: ReadonlySet<string>
  /** Whether the provider may choose the value of an optional attribute. */
  readonly mayCompute: (attribute: string) => boolean
  readonly attribute: string
}

/** Settings of the provider itself, by the names that it uses for them throughout. */
const terraformOnly =
  /^(timeouts|force_\w+|skip_\w+|wait_for_\w+|\w+_prefix|apply_immediately|triggers|keepers|allow_overwrite|prevent_\w+|retain_\w+_on_\w+|ignore_\w+|deletion_window_in_days|recovery_window_in_days|delete_\w+_on_\w+|purge_\w+|\w+_wo_version|stop_\w+_before_\w+|overwrite|validate_\w+)$/

export function rulesOf(
  attributes: TerraformAttributes,
  properties: CloudFormationProperties,
  level: Level,
): CompactRules {
  const near = nearest(attributes, properties, level)
  const inside = flattened(properties, new Set(near.values()))
  const rest = Object.fromEntries(Object.entries(attributes).filter(([name]) => !near.has(name)))
  const far = match(rest, inside, [], distances.slice(0, 2))
  const rules: Record<string, Compact | CompactBlock> = {}
  for (const [name, attribute] of Object.entries(attributes)) {
    const rule = ruleOf(name, attribute, near.get(name) ?? far.get(name), {...inside, ...properties}, level)
    if (rule !== undefined) rules[name] = rule
  }
  return rules
}

function ruleOf(
  name: string,
  attribute: TerraformAttribute,
  target: string | undefined,
  properties: CloudFormationProperties,
  level: Level,
): Compact | CompactBlock | undefined {
  if (attribute.use === 'computed') return '-computed'
  if (name.endsWith('_wo')) return '-write-only'
  if (terraformOnly.test(name)) return '-terraform-only'
  const property = target === undefined ? undefined : properties[target]
  if (target === undefined || property === undefined) return undefined
  const path = join(level.path, target)
  if (level.writeOnly.some((hidden) => path === hidden || path.startsWith(`${hidden}.`))) return '-write-only'
  const computed = attribute.use === 'optional' && level.mayCompute(join(level.attribute, name))
  if (attribute.of) return blockOf({name, attribute, target, property, computed}, level)
  return comparison({name, attribute, target, property, computed, isPolicy: level.policies.has(path)})
}

interface Met {
  readonly name: string
  readonly attribute: TerraformAttribute
  readonly target: string
  readonly property: CloudFormationProperty
  readonly computed: boolean
}

function blockOf({name, attribute, target, property, computed}: Met, level: Level): CompactBlock | undefined {
  const element = property.kind === 'array' ? property.element?.() : property
  const members = element?.members?.()
  if (!members || !attribute.of) return undefined
  const isOne = attribute.kind === 'single'
  if (isOne !== (property.kind === 'object')) return undefined
  const block = isOne ? 'single' : property.unordered === true || attribute.kind === 'set' ? 'set' : 'list'
  const path = join(level.path, isOne ? target : `${target}.*`)
  const nouns = [singular(plainName(name)), singular(plainName(target)), ...level.nouns]
  const of = rulesOf(attribute.of, members, {...level, path, nouns, attribute: join(level.attribute, name)})
  // An element of which something is compared must not be taken for another one: all its members have to have a rule.
  const isWhole = Object.keys(attribute.of).every((member) => of[member] !== undefined)
  if (!isOne && !isWhole) return undefined
  if (!Object.values(of).some(isComparing)) return undefined
  return {to: target, block, of, ...(computed ? {computed: true} : {})}
}

function isComparing(rule: Compact | CompactBlock): boolean {
  return typeof rule === 'string' ? !rule.startsWith('-') : Object.values(rule.of).some(isComparing)
}

/** How far a name may be from the property's, nearest first; a property has one attribute, and an attribute one property. */
const distances: readonly ((name: string, nouns: readonly string[]) => readonly string[])[] = [
  (name) => [name],
  (name) => [singular(name)],
  (name, nouns) => nouns.flatMap((noun) => [noun + singular(name), withoutPrefix(singular(name), noun)]),
  (name) => endings(singular(name)),
  (name, nouns) => nouns.flatMap((noun) => endings(withoutPrefix(singular(name), noun))),
]

/** What can be read counts first: `definition` of a state machine is `DefinitionString`, since `Definition` is never given back. */
function nearest(
  attributes: TerraformAttributes,
  properties: CloudFormationProperties,
  {nouns, path, writeOnly}: Level,
): ReadonlyMap<string, string> {
  const [hidden = [], readable = []] = [true, false].map((wanted) =>
    Object.entries(properties).filter(([name]) => writeOnly.includes(join(path, name)) === wanted),
  )
  const first = match(attributes, Object.fromEntries(readable), nouns, distances)
  const rest = Object.fromEntries(Object.entries(attributes).filter(([name]) => !first.has(name)))
  return new Map([...first, ...match(rest, Object.fromEntries(hidden), nouns, distances.slice(0, 2))])
}

/** What is inside an object that has no block of its own: Terraform's distribution has no `DistributionConfig` around it. */
function flattened(properties: CloudFormationProperties, taken: ReadonlySet<string>): CloudFormationProperties {
  const objects = Object.entries(properties).filter(([name, {kind}]) => kind === 'object' && !taken.has(name))
  return Object.fromEntries(
    objects.flatMap(([name, {members}]) =>
      Object.entries(members?.() ?? {}).map(([inner, property]) => [`${name}.${inner}`, property] as const),
    ),
  )
}

function match(
  attributes: TerraformAttributes,
  properties: CloudFormationProperties,
  nouns: readonly string[],
  within: typeof distances,
): ReadonlyMap<string, string> {
  const matched = new Map<string, string>()
  const free = new Set(Object.keys(properties).filter((name) => name !== 'Tags'))
  for (const distance of within) {
    const byForm = Map.groupBy(
      [...free].flatMap((name) =>
        [...new Set(distance(lastName(name), nouns))].filter(Boolean).map((form) => ({form, name})),
      ),
      ({form}) => form,
    )
    for (const [name, attribute] of Object.entries(attributes)) {
      if (matched.has(name) || standard.has(name) || attribute.use === 'computed') continue
      const plain = singular(plainName(name))
      const forms = distance === distances[0] ? [plainName(name)] : [plain, ...distance(plainName(name), nouns)]
      const found = new Set(forms.flatMap((form) => byForm.get(form) ?? []).map((each) => each.name))
      const [only] = [...found].filter((each) => free.has(each))
      if (only === undefined || found.size > 1) continue
      matched.set(name, only)
      free.delete(only)
    }
  }
  return matched
}

const standard = new Set(['id', 'arn', 'region', 'tags', 'tags_all', 'timeouts'])

function lastName(path: string): string {
  return plainName(path.slice(path.lastIndexOf('.') + 1))
}

function withoutPrefix(name: string, prefix: string): string {
  return name.startsWith(prefix) && name.length > prefix.length ? name.slice(prefix.length) : ''
}

const ending =
  /^(.{3,}?)(inseconds|seconds|inminutes|minutes|inhours|indays|days|arn|identifier|id|name|configuration|config|setting|option|specification|list|item|parameter|input|property|enabled|text|document|body|content|string)$/

/** Without its last word, or with another one for it, where that only says of what kind the value is. */
function endings(name: string): readonly string[] {
  const [, stem] = ending.exec(name) ?? []
  const starts = /^(?:enable|is)(.{4,})$/.exec(name)?.[1]
  return [...(stem === undefined ? [] : [singular(stem)]), ...(starts === undefined ? [] : [starts])]
}

function join(base: string, name: string): string {
  return base === '' ? name : `${base}.${name}`
}
