import {combineRules} from './combine.ts'
import {toExemption, toRule} from './compile.ts'
import {parsePolicyText, type PolicyDocument, type PolicyProblem, type PolicyText} from './document.ts'
import {fileProblems} from './file-problems.ts'
import type {TagPolicy} from './policy.ts'
import {byPlace, refuse} from './refuse.ts'
import {policySchema, type PolicyFile} from './schema.ts'
import {schemaProblems} from './schema-problems.ts'

/**
 * Policy files, in the order in which they were given, as one policy. A rule of a later file replaces the rule of the same id of
 * an earlier one; exemptions add up; a file's defaults hold for that file alone.
 * @throws TrueupError `policy-invalid` that lists every problem as file:line:column
 */
export function loadPolicies(texts: readonly PolicyText[]): TagPolicy {
  const files = texts.map((text) => readPolicyFile(text))
  refuse(files.flatMap(({problems}) => problems.toSorted(byPlace)))
  const read = files.flatMap(({file, document}) => (file ? [{file, document}] : []))
  const {rules, problems} = combineRules(read.map(({file, document}) => rulesOf(file, document)))
  refuse(problems)
  return {
    names: read.map(({file}) => file.name),
    rules,
    exemptions: read.flatMap(({file, document}) =>
      (file.exemptions ?? []).map((fields, index) => toExemption(fields, document.at(['exemptions', index]))),
    ),
  }
}

function rulesOf(file: PolicyFile, document: PolicyDocument) {
  return (file.rules ?? []).map((fields, index) => toRule(fields, file.defaults ?? {}, document.at(['rules', index])))
}

interface ReadFile {
  readonly document: PolicyDocument
  readonly file?: PolicyFile
  readonly problems: readonly PolicyProblem[]
}

function readPolicyFile(text: PolicyText): ReadFile {
  const document = parsePolicyText(text)
  if (document.problems.length > 0) return {document, problems: document.problems}
  if (document.data === null) return {document, problems: [{source: document.at([]), message: 'the policy is empty'}]}
  const {success, data: file, error} = policySchema.safeParse(document.data)
  if (!success) return {document, problems: schemaProblems(error.issues, document)}
  return {document, file, problems: fileProblems(file, document)}
}
