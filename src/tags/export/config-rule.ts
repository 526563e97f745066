import {requiredTagsTypes} from '../../catalog/required-tags-types.ts'
import {configTypeOf} from '../../catalog/taggable-objects.ts'
import {configRuleKeys} from '../config-rules/config-rule.ts'
import {isWildcard} from '../../model/wildcard.ts'
import type {TagRule} from '../policy/policy.ts'
import {leftOfRule, sayable, someOf, typesOf, type Lacks} from './by-rule.ts'
import type {Exported, ExportTarget, LeftOut} from './exported.ts'

const lacks: Lacks = {
  whole: ['many-keys', 'forbidden-key', 'optional-key', 'accounts', 'regions', 'addresses', 'tags', 'spend'],
  part: ['any-case-key', 'value-wildcards', 'value-case', 'pattern', 'length', 'placeholders', 'not-empty'],
}

/** As the managed rule `required-tags` of AWS Config, one for each set of types and each six keys. */
export const toConfigRule: ExportTarget = (policy): Exported => {
  const {rules, left} = sayable(policy, lacks)
  const said = rules.map((rule) => ({rule, ...scopeOf(rule)}))
  const byScope = Map.groupBy(
    said.filter(({types}) => types === undefined || types.length > 0),
    ({types}) => (types ?? []).join(),
  )
  const documents = [...byScope.values()].flatMap((group) =>
    documentsOf(
      group.map(({rule}) => rule),
      group[0]?.types,
    ),
  )
  const valuesLeft = rules.flatMap(commasLeft)
  return {
    documents: documents.map((content, index) => ({
      name: `required-tags-${index + 1}`,
      content: {ConfigRuleName: `required-tags-${index + 1}`, ...content},
    })),
    left: [...left, ...said.flatMap((one) => one.left), ...valuesLeft],
  }
}

function isSeen(type: string): boolean {
  return requiredTagsTypes.includes(configTypeOf(type) ?? '')
}

/** The types of a rule that the managed rule looks at; undefined for all of these. */
function scopeOf(rule: TagRule): {readonly types?: readonly string[]; readonly left: readonly LeftOut[]} {
  const wanted = typesOf(rule)
  if (wanted === undefined)
    return {left: [leftOfRule(rule, `other types than the ${requiredTagsTypes.length} that required-tags looks at`)]}
  const unseen = wanted.filter((type) => !isSeen(type))
  const types = [...new Set(wanted.filter(isSeen).flatMap((type) => configTypeOf(type) ?? []))].toSorted()
  const extent = types.length > 0 ? 'part' : 'whole'
  const left =
    unseen.length > 0 ? [leftOfRule(rule, `types that required-tags does not look at: ${someOf(unseen)}`, extent)] : []
  return {types, left}
}

function documentsOf(
  rules: readonly TagRule[],
  types: readonly string[] | undefined,
): readonly Readonly<Record<string, unknown>>[] {
  const groups = Array.from({length: Math.ceil(rules.length / configRuleKeys)}, (_, index) =>
    rules.slice(index * configRuleKeys, (index + 1) * configRuleKeys),
  )
  return groups.map((group) => ({
    ...(types && {Scope: {ComplianceResourceTypes: types}}),
    Source: {Owner: 'AWS', SourceIdentifier: 'REQUIRED_TAGS'},
    // AWS takes the parameters as JSON within a text.
    InputParameters: JSON.stringify(Object.fromEntries(group.flatMap(parametersOf))),
  }))
}

function parametersOf(rule: TagRule, index: number): readonly (readonly [string, string])[] {
  const values = sayableValues(rule)
  const key = [`tag${index + 1}Key`, rule.key] as const
  return values === undefined ? [key] : [key, [`tag${index + 1}Value`, values.join(',')]]
}

function sayableValues({values}: TagRule): readonly string[] | undefined {
  return values?.some((value) => isWildcard(value) || hasComma(value)) ? undefined : values
}

function hasComma(value: string): boolean {
  return value.includes(',')
}

function commasLeft(rule: TagRule): readonly LeftOut[] {
  const commas = rule.values?.some(hasComma) ?? false
  return commas ? [leftOfRule(rule, 'values with a comma, and so none of its values')] : []
}
