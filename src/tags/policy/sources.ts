import {looksLikeConfigRule, readConfigRules} from '../config-rules/read.ts'
import {rulesOfConfigRule} from '../config-rules/rules.ts'
import {effectivePolicy} from '../organizations/effective.ts'
import {looksEffective, readEffective} from '../organizations/read-effective.ts'
import {readTagPolicy} from '../organizations/read.ts'
import {rulesOfTagPolicy} from '../organizations/rules.ts'
import {isRecord} from '../organizations/shape.ts'
import type {PolicyDocument, PolicyProblem, PolicyText} from './document.ts'
import type {TagExemption, TagRule} from './policy.ts'

/** What one policy, of whatever form, asks for. Where there are problems, the rules mean nothing. */
export interface PolicySource {
  readonly name: string
  readonly rules: readonly TagRule[]
  readonly exemptions: readonly TagExemption[]
  readonly problems: readonly PolicyProblem[]
}

/** Reads what is not written in our own language; told by its shape, not by its name. @returns undefined for our own language */
export function readForeign(text: PolicyText, {data}: PolicyDocument): PolicySource | undefined {
  if (looksEffective(data)) return ofEffective(text)
  if (looksLikeConfigRule(data)) return ofConfigRules(text)
  const isTagPolicy = isRecord(data) && 'tags' in data && !('rules' in data || 'version' in data)
  return isTagPolicy ? ofTagPolicies([[text]]) : undefined
}

/** AWS Organizations tag policies, level by level from the root, as what they come to. */
export function ofTagPolicies(levels: readonly (readonly PolicyText[])[]): PolicySource {
  const read = levels.map((texts) => texts.map((text) => readTagPolicy(text)))
  const policies = read.map((level) => level.flatMap(({policy}) => policy ?? []))
  const name = levels
    .flat()
    .map((text) => text.name)
    .join(' + ')
  const sourceOf = (key: string) =>
    policies
      .flat()
      .find(({entries}) => entries.has(key))
      ?.entries.get(key)?.source ?? {file: name}
  return {
    name,
    rules: rulesOfTagPolicy(effectivePolicy(policies), {name, sourceOf}),
    exemptions: [],
    problems: read.flat().flatMap(({problems}) => problems),
  }
}

function ofEffective(text: PolicyText): PolicySource {
  const {policy, problems, sourceOf} = readEffective(text)
  return {name: text.name, rules: rulesOfTagPolicy(policy, {name: text.name, sourceOf}), exemptions: [], problems}
}

function ofConfigRules(text: PolicyText): PolicySource {
  const {rules, problems} = readConfigRules(text)
  return {name: text.name, rules: rules.flatMap(rulesOfConfigRule), exemptions: [], problems}
}
