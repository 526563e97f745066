import type {TagScope} from './policy/policy.ts'
import {matchesAny} from './policy/wildcard.ts'
import type {Tagged} from './tagged.ts'
import type {TagView} from './tag-view.ts'

/** `unknown`: it depends on something that nobody could see, so neither a violation nor compliance may be claimed. */
export type Applies = 'yes' | 'no' | 'unknown'

/** Whether a scope holds for one side of an object. Tags of the scope are those of the side that is judged. */
export function appliesTo(scope: TagScope, tagged: Tagged, view: TagView): Applies {
  return allOf([
    ofType(scope, tagged),
    oneOf(scope.accounts, tagged.location.account),
    oneOf(scope.regions, tagged.location.region),
    atAddress(scope, tagged),
    scope.spend ? tagged.accelerated : 'yes',
    ...Object.entries(scope.tags ?? {}).map(([key, values]) => withTag(view, key, values)),
  ])
}

/** Whether a rule for these types concerns the type; an object whose Terraform type is unknown is left to the rules for all. */
export function ofType({types}: TagScope, {type}: Pick<Tagged, 'type'>): Applies {
  return types === undefined ? 'yes' : answer(type !== undefined && matchesAny(types, type))
}

function allOf(answers: readonly Applies[]): Applies {
  if (answers.includes('no')) return 'no'
  return answers.includes('unknown') ? 'unknown' : 'yes'
}

function oneOf(wanted: readonly string[] | undefined, value: string | undefined): Applies {
  if (wanted === undefined) return 'yes'
  return value === undefined ? 'unknown' : answer(matchesAny(wanted, value))
}

function atAddress({addresses}: TagScope, {subject}: Tagged): Applies {
  return addresses === undefined
    ? 'yes'
    : answer(subject.address !== undefined && matchesAny(addresses, subject.address))
}

function withTag({tags, rest}: TagView, key: string, values: readonly string[]): Applies {
  const value = tags.get(key)
  if (value === 'unknown') return 'unknown'
  if (value === undefined) return rest === 'unknown' ? 'unknown' : 'no'
  return answer(matchesAny(values, value.text))
}

function answer(holds: boolean): Applies {
  return holds ? 'yes' : 'no'
}
