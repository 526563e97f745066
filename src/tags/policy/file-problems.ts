import type {PolicyDocument, PolicyProblem} from './document.ts'
import type {Remark} from './remark.ts'
import {ruleRemarks} from './rule-remarks.ts'
import {pathText} from './schema-problems.ts'
import type {PolicyFile, RuleFields} from './schema.ts'
import {scopeRemarks} from './scope-remarks.ts'

/** What is wrong with a file that fits the schema. */
export function fileProblems(file: PolicyFile, document: PolicyDocument): readonly PolicyProblem[] {
  const rules = file.rules ?? []
  const remarks = [
    ...rules.flatMap((rule, index) => ruleRemarks(rule, file.defaults, ['rules', index])),
    ...duplicateIds(rules, document),
    ...(file.exemptions ?? []).flatMap(({scope}, index) => scopeRemarks(scope, ['exemptions', index, 'scope'])),
  ]
  return remarks.map(({path, message}) => ({source: document.at(path), message: `${pathText(path)}: ${message}`}))
}

function duplicateIds(rules: readonly RuleFields[], document: PolicyDocument): readonly Remark[] {
  const ids = rules.map(({id, key}) => id ?? key)
  return ids.flatMap((id, index) => {
    const first = ids.indexOf(id)
    if (first === index) return []
    const {line} = document.at(['rules', first])
    return [
      {path: ['rules', index], message: `line ${line} has a rule "${id}" too; give one of the two an id of its own`},
    ]
  })
}
