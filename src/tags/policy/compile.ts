import type {SourceRef} from '../../model/source.ts'
import {compilePattern} from './pattern.ts'
import type {LengthRange, TagExemption, TagRule, TagScope} from './policy.ts'
import type {ExemptionFields, PolicyFile, RuleFields, ScopeFields} from './schema.ts'

/** A rule as written, with the defaults of its file and of the language filled in. */
export function toRule(fields: RuleFields, defaults: NonNullable<PolicyFile['defaults']>, source: SourceRef): TagRule {
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
    ...(fields.message !== undefined && {message: fields.message}),
    scope: toScope(merged.scope),
    source,
  }
}

export function toExemption(fields: ExemptionFields, source: SourceRef): TagExemption {
  const {keys = ['*'], ids, scope, reason, owner, expires} = fields
  return {keys, ...(ids && {ids}), scope: toScope(scope), reason, owner, expires, source}
}

export function isWildcard(key: string): boolean {
  return key.includes('*')
}

function toScope(fields: ScopeFields = {}): TagScope {
  return withoutUndefined(fields)
}

function toRange(fields: {min?: number | undefined; max?: number | undefined}): LengthRange {
  return withoutUndefined(fields)
}

/** The schema's optional fields may be undefined for the compiler, though YAML has no such value. */
function withoutUndefined<T extends object>(fields: T): {[K in keyof T]: Exclude<T[K], undefined>} {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
