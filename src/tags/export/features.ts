import type {TagExemption, TagRule} from '../policy/policy.ts'
import {isWildcard} from '../../model/wildcard.ts'
import type {LeftOut} from './exported.ts'

/** What a rule of ours may use, in the words in which it is told that a target has nothing like it. */
const features = {
  'many-keys': [({key}) => isWildcard(key), 'a rule about every key that matches a wildcard'],
  'forbidden-key': [({presence}) => presence === 'forbidden', 'a key that may not be there'],
  'optional-key': [({presence}) => presence === 'optional', 'a rule about a key that may be absent'],
  'any-case-key': [({keyCase}) => keyCase === 'any', 'a key in any case (AWS goes by the case that is written)'],
  values: [({values}) => values !== undefined, 'allowed values'],
  'value-wildcards': [({values = []}) => values.some(isWildcard), 'values with a wildcard'],
  'value-case': [({valueCase}) => valueCase !== 'exact', 'values without regard to case, or in lower or upper case'],
  pattern: [({pattern}) => pattern !== undefined, 'a regular expression for values'],
  length: [({length}) => length !== undefined, 'the length of values'],
  placeholders: [({forbidden}) => forbidden.length > 0, 'placeholders that are no values'],
  'not-empty': [({allowEmpty, values}) => !allowEmpty && values === undefined, 'that a value may not be empty'],
  types: [({scope}) => scope.types !== undefined, 'a scope by type'],
  accounts: [({scope}) => scope.accounts !== undefined, 'a scope by account: attach it to these accounts'],
  regions: [({scope}) => scope.regions !== undefined, 'a scope by region'],
  addresses: [({scope}) => scope.addresses !== undefined, 'a scope by Terraform address'],
  tags: [({scope}) => scope.tags !== undefined, 'a scope by other tags'],
  spend: [({scope}) => scope.spend !== undefined, 'a scope by what an object costs'],
} as const satisfies Record<string, readonly [uses: (rule: TagRule) => boolean, words: string]>

export type Feature = keyof typeof features

/** The features of these that the rule uses, as what is left out. */
export function leftOut(rule: TagRule, lacking: readonly Feature[], extent: LeftOut['extent']): readonly LeftOut[] {
  const used = lacking.filter((name) => features[name][0](rule))
  return used.map((name) => ({rule: rule.id, source: rule.source, what: features[name][1], extent}))
}

/** No target knows exemptions that end. */
export function exemptionsLeft(exemptions: readonly TagExemption[]): readonly LeftOut[] {
  return exemptions.map(({source, owner, expires}) => ({
    rule: `exemption of ${owner}`,
    source,
    what: `an exemption until ${expires}`,
    extent: 'whole',
  }))
}
