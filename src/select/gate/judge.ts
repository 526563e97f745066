import {severities, type Finding} from '../../model/finding.ts'
import {kindOf} from '../../model/kind.ts'
import {Decimal, decimalText} from '../../model/money.ts'
import type {FailCondition, Failure} from '../../model/verdict.ts'

/** Which of the conditions came true: of a cost where the findings together cost so much more, else where there is any. */
export function failuresOf(findings: readonly Finding[], conditions: readonly FailCondition[]): readonly Failure[] {
  return conditions.flatMap((condition) => {
    const meant = findings.filter((finding) => isMeant(finding, condition))
    if (condition.cost !== undefined) return costFailures(meant, condition, condition.cost)
    return meant.length === 0 ? [] : [{condition, findings: meant.length}]
  })
}

/** What is only possible, known, or for information fails nothing unless the condition asks for just that. */
function isMeant(
  finding: Finding,
  {least = 'low', about, confidence = 'curated', standing = 'new'}: FailCondition,
): boolean {
  const {severity, code} = finding
  return (
    finding.confidence === confidence &&
    (finding.standing ?? 'new') === standing &&
    severities.indexOf(severity) <= severities.indexOf(least) &&
    (about === undefined || about === code || about === kindOf(code))
  )
}

/** Each currency for itself: nothing is ever converted. */
function costFailures(
  findings: readonly Finding[],
  condition: FailCondition,
  {operator, amount}: NonNullable<FailCondition['cost']>,
): readonly Failure[] {
  const priced = findings.flatMap(({cost}) => cost ?? [])
  return [...Map.groupBy(priced, ({currency}) => currency)].flatMap(([currency, costs]) => {
    const sum = costs.reduce((total, {monthly}) => total.plus(monthly), new Decimal(0))
    const fails = operator === '>' ? sum.gt(amount) : sum.gte(amount)
    return fails ? [{condition, findings: costs.length, cost: {monthly: decimalText(sum), currency}}] : []
  })
}
