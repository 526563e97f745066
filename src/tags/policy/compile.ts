import type {SourceRef} from '../../model/source.ts'
import {breachOfValue} from '../rules/index.ts'
import {compilePattern} from './pattern.ts'
import type {LengthRange, RuleTerms, TagExemption, TagRule, TagScope} from './policy.ts'
import {remembered} from './remembered.ts'
import type {ExemptionFields, PolicyFile, RuleFields, ScopeFields} from './schema.ts'
import {isWildcard, Wildcards} from '../../model/wildcard.ts'

type RuleDefaults = NonNullable<PolicyFile['defaults']>

/** A rule ready to be asked; what it says of a value is remembered. */
export function toRule(fields: RuleFields, defaults: RuleDefaults, source: SourceRef): TagRule {
  const terms = toTerms(fields, defaults, source)
  return {...terms, breachOf: remembered((value) => breachOfValue(value, terms))}
}

/** A rule as written, with the defaults of its file and of the language filled in. */
export function toTerms(fields: RuleFields, defaults: RuleDefaults, source: SourceRef): RuleTerms {
  const merged = {...defaults, ...fields}
  const valueCase = merged.value_case ?? 'exact'
  return {
    id: fields.id ?? fields.key,
    key: fields.key,
    presence: fields.presence ?? (isWildcard(fields.key) ? 'optional' : 'required'),
    ownership: fields.ownership ?? false,
    keyCase: merged.key_case ?? 'exact',
    ...(fields.values && {values: fields.values}),
    ...(fields.pattern !== undefined && {pattern: compilePattern(fields.pattern, valueCase === 'any')}),
    valueCase,
    forbidden: merged.forbidden ?? [],
    allowEmpty: merged.allow_empty ?? false,
    ...(fields.length && {length: toRange(fields.length)}),
    ...(fields.key_pattern !== undefined && {keyPattern: compilePattern(fields.key_pattern)}),
    ...(fields.key_length && {keyLength: toRange(fields.key_length)}),
    ...(fields.max_keys !== undefined && {maxKeys: fields.max_keys}),
    severity: merged.severity ?? 'medium',
    ...messageOf(fields),
    scope: toScope(merged.scope),
    source,
  }
}

function messageOf({message, owner}: RuleFields): Pick<RuleTerms, 'message'> {
  const words = [message, owner === undefined ? undefined : `Ask ${owner}.`].filter((text) => text !== undefined)
  return words.length > 0 ? {message: words.join(' ')} : {}
}

export function toExemption(fields: ExemptionFields, source: SourceRef): TagExemption {
  const {keys = ['*'], ids, scope, reason, owner, expires} = fields
  return {
    keys: new Wildcards(keys),
    ...(ids && {ids: new Wildcards(ids)}),
    scope: toScope(scope),
    reason,
    owner,
    expires,
    source,
  }
}

function toScope({types, accounts, regions, addresses, tags, spend}: ScopeFields = {}): TagScope {
  return {
    ...(types && {types: new Wildcards(types)}),
    ...(accounts && {accounts: new Wildcards(accounts)}),
    ...(regions && {regions: new Wildcards(regions)}),
    ...(addresses && {addresses: new Wildcards(addresses)}),
    ...(tags && {
      tags: Object.entries(tags).map(([key, values]) => [key, new Wildcards(values)] as const),
    }),
    ...(spend && {spend}),
  }
}

function toRange({min, max}: NonNullable<RuleFields['length']>): LengthRange {
  return {...(min !== undefined && {min}), ...(max !== undefined && {max})}
}
