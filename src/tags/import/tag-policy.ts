import {isTagPolicyType, terraformTypesOf} from '../../catalog/tag-policy-types.ts'
import type {EffectiveTag, EffectiveTagPolicy} from '../organizations/tag-policy.ts'
import type {RuleFields} from '../policy/schema.ts'
import {isWildcard, matchesWildcard} from '../../model/wildcard.ts'
import type {Imported} from './imported.ts'

/** What an effective tag policy asks for, in our language: a rule for values and case, one for enforcement, one for required keys. */
export function importTagPolicy({tags}: EffectiveTagPolicy, name: string): Imported {
  const all = Object.values(tags)
  return {name, rules: all.flatMap(rulesOf), left: all.flatMap(leftOf)}
}

function rulesOf(tag: EffectiveTag): readonly RuleFields[] {
  const {tag_key: key, enforced_for: enforced, report_required_tag_for: required} = tag
  const enforcedTypes = typesOf(enforced)
  const requiredTypes = typesOf(required)
  return [
    {key, ...complianceOf(tag)},
    ...(enforcedTypes.length > 0
      ? [
          {
            id: `${key} (enforced)`,
            key,
            ...complianceOf(tag),
            severity: 'high' as const,
            message: 'AWS refuses to tag it so: the tag policy is enforced for this type.',
            scope: {types: [...enforcedTypes]},
          },
        ]
      : []),
    ...(requiredTypes.length > 0
      ? [
          {
            id: `${key} (required)`,
            key,
            presence: 'required' as const,
            allow_empty: true,
            scope: {types: [...requiredTypes]},
          },
        ]
      : []),
  ]
}

/** Where nothing is allowed, the key may not be there at all. */
function complianceOf({
  tag_value: values,
}: EffectiveTag): Pick<RuleFields, 'presence' | 'key_case' | 'values' | 'allow_empty'> {
  if (values.length === 0) return {presence: 'forbidden', key_case: 'any'}
  const isAny = values.includes('*')
  const allowsEmpty = values.some((value) => matchesWildcard(value, ''))
  return {
    presence: 'optional',
    key_case: 'strict',
    ...(!isAny && {values: [...values]}),
    ...(allowsEmpty && {allow_empty: true}),
  }
}

function typesOf(names: readonly string[] = []): readonly string[] {
  return [...new Set(names.flatMap(terraformTypesOf))].toSorted()
}

function leftOf({
  tag_key: key,
  tag_value: values,
  enforced_for: enforced = [],
  report_required_tag_for: required = [],
}: EffectiveTag) {
  const unknown = [...new Set([...enforced, ...required])].filter((name) => terraformTypesOf(name).length === 0)
  const told = unknown.map((name) => {
    const why = isTagPolicyType(name) ? 'Terraform makes no such object' : 'a type that is not known here'
    return `${key}: ${name} (${why})`
  })
  const isOdd = !values.includes('*') && values.some((value) => !isWildcard(value) && value.trim() === '')
  return [
    ...told,
    ...(isOdd ? [`${key}: values of spaces alone pass here, where AWS tells them from an empty one`] : []),
  ]
}
