import {combineRules} from './combine.ts'
import {toExemption, toRule} from './compile.ts'
import {parsePolicyText, type PolicyDocument, type PolicyProblem, type PolicyText} from './document.ts'
import {fileProblems} from './file-problems.ts'
import type {TagPolicy} from './policy.ts'
import {byPlace, refuse} from './refuse.ts'
import {policySchema, type PolicyFile} from './schema.ts'
import {schemaProblems} from './schema-problems.ts'
import {ofTagPolicies, readForeign, type PolicySource} from './sources.ts'

/**
 * Policies, in the order in which they were given, as one. Tag policies of AWS Organizations that have levels merge first, as AWS merges
 * them. A rule of a later file replaces the rule of the same id of an earlier one; exemptions add up; a file's defaults hold for that file
 * alone. Tag policies without a level, effective ones and AWS Config rules are known by their shape.
 * @throws TrueupError `policy-invalid` that lists every problem as file:line:column
 */
export function loadPolicies(texts: readonly PolicyText[]): TagPolicy {
  const levels = Map.groupBy(
    texts.filter(({level}) => level !== undefined),
    ({level = 0}) => level,
  )
  const merged = [...levels].toSorted(([a], [b]) => a - b).map(([, policies]) => policies)
  const sources = [
    ...(merged.length > 0 ? [ofTagPolicies(merged)] : []),
    ...texts.filter(({level}) => level === undefined).map(readPolicyFile),
  ]
  refuse(sources.flatMap(({problems}) => problems.toSorted(byPlace)))
  const {rules, problems} = combineRules(sources.map((source) => source.rules))
  refuse(problems)
  return {
    names: sources.map(({name}) => name),
    rules,
    exemptions: sources.flatMap(({exemptions}) => exemptions),
  }
}

function readPolicyFile(text: PolicyText): PolicySource {
  const document = parsePolicyText(text)
  const broken = (problems: readonly PolicyProblem[]) => ({name: text.name, rules: [], exemptions: [], problems})
  if (document.problems.length > 0) return broken(document.problems)
  if (document.data === null) return broken([{source: document.at([]), message: 'the policy is empty'}])
  const foreign = readForeign(text, document)
  if (foreign) return foreign
  const {success, data: file, error} = policySchema.safeParse(document.data)
  if (!success) return broken(schemaProblems(error.issues, document))
  const problems = fileProblems(file, document)
  return problems.length > 0 ? broken(problems) : ofOurs(file, document)
}

function ofOurs(
  {name, rules = [], exemptions = [], defaults = {}}: PolicyFile,
  document: PolicyDocument,
): PolicySource {
  return {
    name,
    rules: rules.map((fields, index) => toRule(fields, defaults, document.at(['rules', index]))),
    exemptions: exemptions.map((fields, index) => toExemption(fields, document.at(['exemptions', index]))),
    problems: [],
  }
}
