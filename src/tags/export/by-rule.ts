import {taggableTypes} from '../../catalog/taggable.ts'
import type {TagPolicy, TagRule} from '../policy/policy.ts'
import type {LeftOut} from './exported.ts'
import {exemptionsLeft, leftOut, type Feature} from './features.ts'

/** What a target lacks: rules that use the former are left out as a whole, of the latter only that part. */
export interface Lacks {
  readonly whole: readonly Feature[]
  readonly part: readonly Feature[]
}

/** The rules that a target can say at least in part, and what it cannot. */
export function sayable(
  {rules, exemptions}: TagPolicy,
  {whole, part}: Lacks,
): {
  readonly rules: readonly TagRule[]
  readonly left: readonly LeftOut[]
} {
  const left: LeftOut[] = []
  const said = rules.filter((rule) => {
    const fatal = leftOut(rule, whole, 'whole')
    left.push(...(fatal.length > 0 ? fatal : leftOut(rule, part, 'part')))
    return fatal.length === 0
  })
  return {rules: said, left: [...left, ...exemptionsLeft(exemptions)]}
}

/** The taggable Terraform types that a rule names, wildcards spelt out; undefined for a rule about all. */
export function typesOf({scope: {types}}: TagRule): readonly string[] | undefined {
  return types && taggableTypes.filter((type) => types.match(type))
}

export function leftOfRule({id, source}: TagRule, what: string, extent: LeftOut['extent'] = 'part'): LeftOut {
  return {rule: id, source, what, extent}
}

/** A few names, and how many more there are. */
export function someOf(names: readonly string[], most = 5): string {
  const more = names.length - most
  return more > 0 ? `${names.slice(0, most).join(', ')} and ${more} more` : names.join(', ')
}
