import {tagPolicyServices, tagPolicyTypesOf, terraformTypesOf} from '../../catalog/tag-policy-types.ts'
import type {TagRule} from '../policy/policy.ts'
import {leftOfRule, sayable, someOf, typesOf, type Lacks} from './by-rule.ts'
import type {Exported, ExportTarget, LeftOut} from './exported.ts'
import {packTagPolicies, type KeySettings} from './pack-tag-policies.ts'

const lacks: Lacks = {
  whole: ['many-keys', 'forbidden-key', 'accounts', 'regions', 'addresses', 'tags', 'spend'],
  part: ['any-case-key', 'value-case', 'pattern', 'length', 'placeholders', 'not-empty'],
}

/** As AWS Organizations tag policies, as many as their size demands; those of one level are to be attached to one target. */
export const toTagPolicy: ExportTarget = (policy, {enforce}): Exported => {
  const {rules, left} = sayable(policy, lacks)
  const byKey = Map.groupBy(rules, ({key}) => key.toLowerCase())
  const said = [...byKey.values()].map((group) => settingsOf(group, enforce))
  const packed = packTagPolicies(said.flatMap(({settings}) => settings ?? []))
  return {documents: packed.documents, left: [...left, ...said.flatMap((one) => one.left), ...packed.left]}
}

interface Said {
  readonly settings?: KeySettings
  readonly left: readonly LeftOut[]
}

/** One key, of which several rules may speak. The first decides its case. */
function settingsOf(group: readonly TagRule[], enforce: boolean): Said {
  const [first] = group
  if (!first) return {left: []}
  const same = group.filter(({key}) => key === first.key)
  const otherCase = group.filter((rule) => !same.includes(rule))
  const left = otherCase.map((rule) =>
    leftOfRule(rule, `the key of rule "${first.id}" in other case: AWS has one case for a key`, 'whole'),
  )
  const values = valuesOf(same)
  const required = requiredTypes(same)
  const scoped = same.filter((rule) => rule.scope.types && rule.values)
  const byType = scoped.map((rule) => leftOfRule(rule, 'values by type (AWS judges the values of a key on every type)'))
  return {
    settings: {
      key: first.key,
      ...(values.allowed && {values: values.allowed}),
      ...(enforce && {enforcedFor: everyService}),
      ...(required.types.length > 0 && {requiredFor: required.types}),
    },
    left: [...left, ...values.left, ...byType, ...required.left],
  }
}

function isSayable(value: string): boolean {
  return value.split('*').length <= 2
}

/** What all rules without a scope allow at once; AWS takes one wildcard a value. */
function valuesOf(rules: readonly TagRule[]): {
  readonly allowed?: readonly string[]
  readonly left: readonly LeftOut[]
} {
  const [first, ...others] = rules.filter((rule) => rule.values && !rule.scope.types)
  if (!first?.values) return {left: []}
  const unsayable = first.values.filter((value) => !isSayable(value))
  if (unsayable.length > 0) {
    return {
      left: [leftOfRule(first, `values with several wildcards (${someOf(unsayable)}), and so none of its values`)],
    }
  }
  return {
    allowed: first.values,
    left: others.map((rule) => leftOfRule(rule, `values besides those of rule "${first.id}"`)),
  }
}

/** Services that tag policies and Terraform both know. */
const services = tagPolicyServices.filter((service) => terraformTypesOf(`${service}:ALL_SUPPORTED`).length > 0)
const everyService = services.map((service) => `${service}:ALL_SUPPORTED`)

function requiredTypes(rules: readonly TagRule[]): {
  readonly types: readonly string[]
  readonly left: readonly LeftOut[]
} {
  const said = rules.filter(({presence}) => presence === 'required').map(requiredBy)
  const all = new Set(said.flatMap(({types}) => types))
  const types = [...all].filter(
    (type) => type.endsWith(':ALL_SUPPORTED') || !all.has(`${type.split(':')[0]}:ALL_SUPPORTED`),
  )
  return {types, left: said.flatMap(({left}) => left)}
}

function requiredBy(rule: TagRule): {readonly types: readonly string[]; readonly left: readonly LeftOut[]} {
  const wanted = typesOf(rule)
  if (wanted === undefined) {
    return {
      types: everyService,
      left: [leftOfRule(rule, 'types that tag policies have no name for: the key is not asked for there')],
    }
  }
  const named = [...new Set(wanted.flatMap(tagPolicyTypesOf))]
  const unnamed = wanted.filter((type) => tagPolicyTypesOf(type).length === 0)
  const others = [...new Set(named.flatMap(terraformTypesOf))].filter((type) => !wanted.includes(type))
  return {
    types: named,
    left: [
      ...(unnamed.length > 0 ? [leftOfRule(rule, `types that tag policies have no name for: ${someOf(unnamed)}`)] : []),
      ...(others.length > 0
        ? [leftOfRule(rule, `its types alone: the names of AWS take in ${someOf(others)} too`)]
        : []),
    ],
  }
}
