import {subjectName} from '../../model/finding.ts'
import type {KeptFinding} from '../../model/history.ts'
import {Decimal} from '../../model/money.ts'
import {findingWords} from '../finding-words.ts'
import {harmless} from '../harmless.ts'
import {decimalPlaces} from '../money-text.ts'
import {repositoryPath} from '../place.ts'

/** What a code is called; that of another version of trueup is shown as it is. */
export function codeTitle(code: string): string {
  const words: Readonly<Record<string, {readonly title: string}>> = findingWords
  return words[code]?.title ?? harmless(code)
}

export function keptName(finding: KeptFinding): string {
  return harmless(subjectName(finding))
}

/** The attribute that a person would edit, else the property or the key of a tag. */
export function keptProperty({owner, address, path = ''}: KeptFinding): string {
  const prefix = `${address}: `
  if (owner === undefined) return harmless(path)
  return harmless(address !== undefined && owner.startsWith(prefix) ? owner.slice(prefix.length) : owner)
}

export function keptPlace({location}: KeptFinding): string {
  return harmless([location?.account, location?.region].filter(Boolean).join(' '))
}

/** `main.tf:12`; empty where nothing declares it. */
export function keptSource({source}: KeptFinding): string {
  if (!source) return ''
  return harmless(`${repositoryPath(source.file)}${source.line === undefined ? '' : `:${source.line}`}`)
}

/** `+USD 71.20 a month`; empty where there is no price. */
export function monthlyText(cost: KeptFinding['cost']): string {
  return cost ? `${signedAmount(cost.monthly, cost.currency)} a month` : ''
}

export function signedAmount(amount: string, currency: string, places = 2): string {
  const value = new Decimal(amount)
  const sign = value.isNegative() ? '−' : '+'
  return `${sign}${currency} ${decimalPlaces(value.abs().toFixed(), places)}`
}

/** Costs of findings a month, a currency each. */
export function monthlyTotals(findings: readonly KeptFinding[]): readonly string[] {
  const sums = new Map<string, Decimal>()
  for (const {cost} of findings) {
    if (cost) sums.set(cost.currency, (sums.get(cost.currency) ?? new Decimal(0)).plus(cost.monthly))
  }
  return [...sums].map(([currency, sum]) => `${signedAmount(sum.toFixed(), currency)} a month`)
}
