import {stringify} from 'yaml'

import type {PolicyFile, RuleFields} from '../policy/schema.ts'

/** A policy of somebody else in our language. */
export interface Imported {
  readonly name: string
  readonly rules: readonly RuleFields[]
  /** What could not be carried over, a line each. */
  readonly left: readonly string[]
}

/** A policy file as a person would start it: what was left behind stands above the rules. */
export function policyText(imported: readonly Imported[]): string {
  const rules = imported.flatMap((one) => one.rules)
  const left = imported.flatMap((one) => one.left)
  const names = imported.map(({name}) => name)
  const file: PolicyFile = {version: 1, name: `Imported from ${names.join(', ')}`, rules: [...rules]}
  const head = [
    '# yaml-language-server: $schema=https://raw.githubusercontent.com/trueup/trueup/main/policies/tag-policy.schema.json',
    ...(left.length > 0 ? ['#', '# Not carried over:', ...left.map((line) => `#   ${line}`)] : []),
  ]
  return `${head.join('\n')}\n${stringify(file, {lineWidth: 0})}`
}
