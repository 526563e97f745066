import {isTagPolicyType, tagPolicyServices, tagPolicyTypes} from '../../catalog/tag-policy-types.ts'
import type {PolicyPath} from '../policy/document.ts'
import {didYouMean} from '../policy/nearest.ts'
import {isRecord, kindOf} from './shape.ts'
import {operators, type ListField, type Operator, type Setting} from './tag-policy.ts'

/** A fault, and where it stands. */
export interface Found {
  readonly path: PolicyPath
  readonly message: string
  readonly part?: 'key' | 'value'
  /** A resource type that is not known here: no fault of a policy that AWS has taken. */
  readonly isType?: boolean
}

const restriction = '@@operators_allowed_for_child_policies'
const withPrefix = operators.map((name) => `@@${name}`)
const allOperators = [...withPrefix, restriction]

/** The operators of one setting. What is wrong is noted and left out. */
export function readSetting(field: 'tag_key' | ListField, value: unknown, path: PolicyPath, found: Found[]): Setting {
  const none: Setting = {append: [], remove: []}
  if (!isRecord(value)) {
    const message = `must be a mapping of operators (${withPrefix.join(', ')}), not ${kindOf(value)}${effectiveHint(value)}`
    found.push({path, message})
    return none
  }
  const allowedHere = field === 'tag_key' ? ['@@assign', restriction] : allOperators
  for (const name of Object.keys(value).filter((one) => !allowedHere.includes(one))) {
    found.push({path: [...path, name], part: 'key', message: operatorFault(name, field, allowedHere)})
  }
  const listOf = (name: Operator): readonly string[] | undefined => {
    const given = value[`@@${name}`]
    if (given === undefined || !allowedHere.includes(`@@${name}`)) return undefined
    const at = [...path, `@@${name}`]
    return field === 'tag_key' ? readKeyText(given, at, found) : readList(field, given, at, found)
  }
  const assign = listOf('assign')
  const allowed = restriction in value ? readRestriction(value[restriction], [...path, restriction], found) : undefined
  return {
    ...(assign && {assign}),
    append: listOf('append') ?? [],
    remove: listOf('remove') ?? [],
    ...(allowed && {allowed}),
  }
}

/** What AWS shows as effective has no operators, and cannot be attached as it is. */
function effectiveHint(value: unknown): string {
  const isEffective = typeof value === 'string' || Array.isArray(value)
  return isEffective ? '; an effective policy, as AWS shows it, cannot be merged again' : ''
}

function operatorFault(name: string, field: string, allowed: readonly string[]): string {
  if (allOperators.includes(name))
    return `tag_key has one value, so ${name} cannot change it; allowed are ${allowed.join(', ')}`
  return `unknown operator ${JSON.stringify(name)}${didYouMean(name, allowed)}; ${field} takes ${allowed.join(', ')}`
}

function readKeyText(value: unknown, path: PolicyPath, found: Found[]): readonly string[] {
  if (typeof value === 'string') return [value]
  found.push({path, message: `must be text, not ${kindOf(value)}`})
  return []
}

function readList(field: ListField, value: unknown, path: PolicyPath, found: Found[]): readonly string[] {
  if (!Array.isArray(value)) {
    found.push({path, message: `must be a list, not ${kindOf(value)}`})
    return []
  }
  return value.flatMap((item: unknown, index) => {
    const text = textOf(item)
    const at = [...path, index]
    if (text === undefined) found.push({path: at, message: `must be text, not ${kindOf(item)}`})
    const message = text === undefined ? undefined : itemFault(field, text)
    if (message !== undefined) found.push({path: at, message, isType: field !== 'tag_value'})
    return text ?? []
  })
}

/** AWS takes numbers, truth values and null as their text. */
function textOf(item: unknown): string | undefined {
  if (typeof item === 'string') return item
  const isPlain = item === null || typeof item === 'number' || typeof item === 'bigint' || typeof item === 'boolean'
  return isPlain ? String(item) : undefined
}

function itemFault(field: ListField, text: string): string | undefined {
  if (field !== 'tag_value') return typeFault(text)
  return text.split('*').length > 2 ? `${JSON.stringify(text)} has several "*"; one is allowed in a value` : undefined
}

function typeFault(name: string): string | undefined {
  if (isTagPolicyType(name)) return undefined
  const [service = '', type] = name.split(':')
  if (type === undefined) return `${JSON.stringify(name)} is no resource type; write service:type, as ec2:instance`
  if (service === '*')
    return `${JSON.stringify(name)}: no wildcard stands for all services; name each, as ec2:ALL_SUPPORTED`
  const known = tagPolicyTypes.filter((one) => one.startsWith(`${service}:`))
  if (known.length === 0) {
    return `tag policies know no service ${JSON.stringify(service)}${didYouMean(service, tagPolicyServices)}`
  }
  const shown = known.length > shownTypes ? [...known.slice(0, shownTypes), '...'] : known
  const guess = didYouMean(name, known)
  return `${JSON.stringify(name)} is no resource type of tag policies${guess}; of ${service} there are ${service}:ALL_SUPPORTED, ${shown.join(', ')}`
}

const shownTypes = 8

function readRestriction(value: unknown, path: PolicyPath, found: Found[]): ReadonlySet<Operator> {
  const all = new Set(operators)
  if (!Array.isArray(value)) {
    found.push({path, message: `must be a list of ${restrictions.join(', ')}, not ${kindOf(value)}`})
    return all
  }
  const names = value.map(String)
  for (const [index, name] of names.entries()) {
    if (restrictions.includes(name)) continue
    const message = `unknown operator ${JSON.stringify(name)}${didYouMean(name, restrictions)}; allowed are ${restrictions.join(', ')}`
    found.push({path: [...path, index], message})
  }
  if (names.includes('@@all')) return all
  return new Set(operators.filter((name) => names.includes(`@@${name}`)))
}

const restrictions = ['@@all', '@@none', ...withPrefix]
