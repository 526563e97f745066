import type {TagScope} from './policy/policy.ts'
import type {Wildcards} from '../model/wildcard.ts'
import type {Tagged} from './tagged.ts'
import {textOf, type TagView} from './tag-view.ts'
import {Unknown} from '../model/value.ts'

/** `unknown`: it depends on something that nobody could see, so neither a violation nor compliance may be claimed. */
export type Applies = 'yes' | 'no' | 'unknown'

type Criterion = (scope: TagScope, tagged: Tagged, view: TagView) => Applies

const byPlace: readonly Criterion[] = [
  ({types}, {type}) => {
    // An object whose Terraform type is unknown is left to the rules for all types.
    return types === undefined ? 'yes' : answer(type !== undefined && types.match(type))
  },
  ({accounts}, {location}) => oneOf(accounts, location.account),
  ({regions}, {location}) => oneOf(regions, location.region),
]

const byObject: readonly Criterion[] = [
  ({addresses}, tagged) => {
    if (addresses === undefined) return 'yes'
    const {address} = tagged.subject
    return answer(address !== undefined && addresses.match(address))
  },
  ({spend}, tagged) => (spend === undefined ? 'yes' : tagged.accelerated),
  ({tags}, _, view) => (tags === undefined ? 'yes' : withTags(view, tags)),
]

const all: readonly Criterion[] = [...byPlace, ...byObject]

/** Whether a scope holds for one side of an object. Tags of the scope are those of the side that is judged. */
export function appliesTo(scope: TagScope, tagged: Tagged, view: TagView): Applies {
  for (const _ in scope) return meets(all, scope, tagged, view)
  return 'yes'
}

/** Whether a scope holds for objects of this type in this place, as far as these decide. */
export function appliesAt(scope: TagScope, tagged: Tagged): Applies {
  return meets(byPlace, scope, tagged, emptyView)
}

/** Whether type, place and tags alone decide if a scope holds. */
export function isOfPlaceAndTags({addresses, spend}: TagScope): boolean {
  return addresses === undefined && spend === undefined
}

const emptyView: TagView = {tags: new Map(), rest: 'none'}

function meets(criteria: readonly Criterion[], scope: TagScope, tagged: Tagged, view: TagView): Applies {
  let result: Applies = 'yes'
  for (const criterion of criteria) {
    const one = criterion(scope, tagged, view)
    if (one === 'no') return 'no'
    if (one === 'unknown') result = 'unknown'
  }
  return result
}

function oneOf(wanted: Wildcards | undefined, value: string | undefined): Applies {
  if (wanted === undefined) return 'yes'
  return value === undefined ? 'unknown' : answer(wanted.match(value))
}

function withTags({tags, rest}: TagView, wanted: NonNullable<TagScope['tags']>): Applies {
  let result: Applies = 'yes'
  for (const [key, values] of wanted) {
    const value = tags.get(key)
    if (value === undefined && rest === 'none') return 'no'
    if (value === undefined || value instanceof Unknown) result = 'unknown'
    else if (!values.match(textOf(value))) return 'no'
  }
  return result
}

function answer(holds: boolean): Applies {
  return holds ? 'yes' : 'no'
}
