import {requiredTagsTypes} from '../../catalog/required-tags-types.ts'
import {taggableTypesMaking} from '../../catalog/taggable-objects.ts'
import type {ConfigRule, RequiredTag} from '../config-rules/config-rule.ts'
import type {RuleFields} from '../policy/schema.ts'
import {isWildcard} from '../../model/wildcard.ts'
import type {Imported} from './imported.ts'

/** What AWS Config rules ask for, in our language. The first rule for a key has its name, further ones that of their rule too. */
export function importConfigRules(rules: readonly ConfigRule[], name: string): Imported {
  const taken = new Set<string>()
  const imported = rules.flatMap((rule) =>
    rule.tags.map((tag) => {
      const id = taken.has(tag.key) ? `${rule.name}: ${tag.key}` : tag.key
      taken.add(id)
      return {...(id !== tag.key && {id}), ...fieldsOf(tag, rule)}
    }),
  )
  return {name, rules: imported, left: rules.flatMap(leftOf)}
}

function fieldsOf({key, values}: RequiredTag, {types = requiredTagsTypes, carrying}: ConfigRule): RuleFields {
  const terraformTypes = types.flatMap(taggableTypesMaking)
  return {
    key,
    presence: 'required',
    ...(values ? {values: [...values]} : {allow_empty: true}),
    scope: {
      ...(terraformTypes.length > 0 && {types: [...new Set(terraformTypes)].toSorted()}),
      ...(carrying && {tags: {[carrying.key]: [carrying.value ?? '*']}}),
    },
  }
}

function leftOf({name, tags, types = requiredTagsTypes}: ConfigRule): readonly string[] {
  const unknown = types.filter((type) => taggableTypesMaking(type).length === 0)
  const wild = tags.flatMap(({values = []}) => values.filter(isWildcard))
  return [
    ...unknown.map((type) => `${name}: ${type} (Terraform makes no such object that can be tagged)`),
    ...wild.map(
      (value) =>
        `${name}: ${JSON.stringify(value)} is taken letter by letter by AWS Config; here * stands for any text`,
    ),
  ]
}
