import type {Catalog} from '../catalog/catalog.ts'
import {userError} from '../errors.ts'
import type {Joiner} from '../join/join.ts'
import type {JoinedObject} from '../join/joined.ts'
import type {Wanted} from '../live/wanted.ts'
import type {DeclaredResource} from '../model/declared.ts'
import type {Finding} from '../model/finding.ts'
import type {Gap} from '../model/gap.ts'
import type {ObjectType} from '../model/live.ts'
import type {Looked} from '../select/baseline/looked.ts'
import type {Selection} from '../select/selection.ts'
import type {Selector} from './selected.ts'

/** A scan of some types or resources alone: what is out is neither read nor judged, and never called clean. */
export interface Narrowed {
  readonly takesResource: (resource: DeclaredResource) => boolean
  readonly takesType: (type: ObjectType) => boolean
  readonly takesFinding: (finding: Finding) => boolean
  readonly takesGap: (gap: Gap) => boolean
}

/** @returns undefined where neither a selection nor ignores and filters leave anything out */
export function narrowedBy(
  {selection, selector}: {readonly selection?: Selection | undefined; readonly selector?: Selector | undefined},
  catalog: Catalog,
): Narrowed | undefined {
  if (!selection && !selector?.narrows) return undefined
  const takesType = (type: ObjectType) => {
    const creator = catalog.creator(type)?.type
    return selection?.takes([type, creator]) !== false && selector?.takesType([creator, type]) !== false
  }
  const aside = new Set<string>()
  const takesResource = ({type, address}: DeclaredResource): boolean => {
    const objectType = catalog.entry(type)?.objectType
    const isSelected = selection?.takes([type, address, objectType]) !== false
    return isSelected && selector?.takesResource({types: [type, objectType], address}) !== false
  }
  return {
    takesResource: (resource) => {
      const isTaken = takesResource(resource)
      if (!isTaken) aside.add(resource.address)
      return isTaken
    },
    takesType,
    takesFinding: ({code, subject: {type, address, objectType}}) => {
      // The code of what was set aside looks as if nothing had been applied.
      if (code === 'not-applied' && address !== undefined && aside.has(address)) return false
      return selection?.takes([type, address, objectType]) !== false
    },
    takesGap: ({type}) => type === undefined || !type.includes('::') || takesType(type),
  }
}

/** What to ask AWS for: of everything, or of what a selection leaves. Objects in which what is selected has a part are read for it. */
export function wantedFrom(joiner: Joiner, catalog: Catalog, narrowed?: Narrowed): Wanted {
  const types = objectTypes(catalog)
  const declared = [...joiner.declaredObjects(), ...joiner.projectedObjects()]
  if (!narrowed) return {types, declared: joiner.declaredObjects(), detailed: declared}
  const asked = new Set([...declared.map(({type}) => type), ...types.filter(narrowed.takesType)])
  const leftOut = declared.length === 0 ? [...joiner.leftOutPlaces()] : []
  return {types: [...asked].toSorted(), declared, leftOut, detailed: declared, unmanaged: narrowed.takesType}
}

/** Every type that the catalogue knows the creator of: what it does not, nobody could compare or call unmanaged. */
export function objectTypes({entries}: Catalog): readonly ObjectType[] {
  return [...new Set(entries.filter(({object}) => object).map(({objectType}) => objectType))].toSorted()
}

/** An object that is declared, or that is searched for. */
export function takesObject({takesType}: Narrowed, {type, shares}: JoinedObject): boolean {
  return shares.length > 0 || takesType(type)
}

/** @throws TrueupError `selection-empty` where nothing at all is left */
export function somethingLeft(isAny: boolean, {only, skip}: Selection): void {
  if (isAny) return
  const flags = [...only.map((pattern) => `--only ${pattern}`), ...skip.map((pattern) => `--skip ${pattern}`)]
  throw userError(
    'selection-empty',
    `nothing is left to look at: ${flags.join(' ')}`,
    'List what is declared with `trueup inspect --state PATH`, and known types with `trueup types`',
  )
}

/** Whether a selection, if there is one, takes what was there once. */
export function takesSought(selection: Selection | undefined): Looked['takes'] {
  return ({type, objectType, address}) => selection?.takes([type, objectType, address]) !== false
}
