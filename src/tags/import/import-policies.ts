import {looksLikeConfigRule, readConfigRules} from '../config-rules/read.ts'
import {effectivePolicy} from '../organizations/effective.ts'
import {looksEffective, readEffective} from '../organizations/read-effective.ts'
import {readTagPolicy} from '../organizations/read.ts'
import {parsePolicyText, type PolicyProblem, type PolicyText} from '../policy/document.ts'
import {byPlace, refuse} from '../policy/refuse.ts'
import {importConfigRules} from './config-rule.ts'
import {policyText, type Imported} from './imported.ts'
import {importTagPolicy} from './tag-policy.ts'

export interface ImportedPolicy {
  /** YAML. */
  readonly text: string
  readonly left: readonly string[]
}

/**
 * Tag policies of AWS Organizations, level by level from the root, effective ones, and AWS Config rules as one policy of ours.
 * @throws TrueupError `policy-invalid` that lists every problem as file:line:column
 */
export function importPolicies(levels: readonly (readonly PolicyText[])[]): ImportedPolicy {
  const others = levels.flat().filter((text) => !isTagPolicy(text))
  const tagPolicies = levels.map((level) => level.filter(isTagPolicy)).filter((level) => level.length > 0)
  const read = [...(tagPolicies.length > 0 ? [ofTagPolicies(tagPolicies)] : []), ...others.map(ofOther)]
  refuse(
    read.flatMap(({problems}) => problems.toSorted(byPlace)),
    'aws',
  )
  const imported = read.map((one) => one.imported)
  return {text: policyText(imported), left: imported.flatMap(({left}) => left)}
}

interface Read {
  readonly imported: Imported
  readonly problems: readonly PolicyProblem[]
}

function isTagPolicy(text: PolicyText): boolean {
  const {data} = parsePolicyText(text)
  return !looksEffective(data) && !looksLikeConfigRule(data)
}

function ofTagPolicies(levels: readonly (readonly PolicyText[])[]): Read {
  const read = levels.map((level) => level.map((text) => readTagPolicy(text)))
  const policies = read.map((level) => level.flatMap(({policy}) => policy ?? []))
  const name = levels
    .flat()
    .map((text) => text.name)
    .join(' + ')
  const imported = importTagPolicy(effectivePolicy(policies), name)
  const isRestricted = policies
    .flat()
    .some(({entries}) =>
      [...entries.values()].some(({tagKey, lists}) => [tagKey, ...Object.values(lists)].some(({allowed}) => allowed)),
    )
  const left = isRestricted
    ? [`${name}: what policies further down may change (@@operators_allowed_for_child_policies)`]
    : []
  return {
    imported: {...imported, left: [...left, ...imported.left]},
    problems: read.flat().flatMap(({problems}) => problems),
  }
}

function ofOther(text: PolicyText): Read {
  if (looksEffective(parsePolicyText(text).data)) {
    const {policy, problems} = readEffective(text)
    return {imported: importTagPolicy(policy, text.name), problems}
  }
  const {rules, problems} = readConfigRules(text)
  return {imported: importConfigRules(rules, text.name), problems}
}
