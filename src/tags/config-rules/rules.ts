import {requiredTagsTypes} from '../../catalog/required-tags-types.ts'
import {taggableTypesMaking} from '../../catalog/taggable-objects.ts'
import type {RuleTerms, TagRule} from '../policy/policy.ts'
import {remembered} from '../policy/remembered.ts'
import {Wildcards} from '../../model/wildcard.ts'
import type {ConfigRule, RequiredTag} from './config-rule.ts'

/** What a Config rule about tags asks for, as rules: keys and values compare exactly, and no type is looked at but those of the rule. */
export function rulesOfConfigRule({name, tags, types = requiredTagsTypes, carrying}: ConfigRule): readonly TagRule[] {
  const scope: RuleTerms['scope'] = {
    types: new Wildcards(types.flatMap(taggableTypesMaking)),
    ...(carrying && {tags: [[carrying.key, new Wildcards([carrying.value ?? '*'])]]}),
  }
  return tags.map((tag) => ruleOf(tag, name, scope))
}

function ruleOf({key, values, source}: RequiredTag, name: string, scope: RuleTerms['scope']): TagRule {
  const allowed = values && new Set(values)
  const folded = values && new Set(values.map((value) => value.toLowerCase()))
  return {
    id: `${name}: ${key}`,
    key,
    presence: 'required',
    ownership: false,
    keyCase: 'exact',
    ...(values && {values}),
    valueCase: 'exact',
    forbidden: [],
    allowEmpty: true,
    severity: 'medium',
    scope,
    source,
    breachOf: remembered((value) => {
      if (!allowed || allowed.has(value)) return undefined
      return folded?.has(value.toLowerCase()) ? 'case' : value.trim() === '' ? 'empty' : 'not-allowed'
    }),
  }
}
