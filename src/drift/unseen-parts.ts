import type {Catalog} from '../catalog/catalog.ts'
import type {JoinedObject, Share} from '../join/joined.ts'
import {compareText} from '../model/finding.ts'
import type {Gap} from '../model/gap.ts'
import type {LiveObject} from '../model/live.ts'
import {readerNames} from '../model/reader-names.ts'
import {visibilityOf} from './visibility.ts'

const examplesShown = 5

/**
 * Resources that are a part of an object which its reader does not show: the object was read, they were not looked at (a bucket policy, by
 * Cloud Control).
 */
export function unseenParts({live, scope, shares, type}: JoinedObject, catalog: Catalog): readonly Share[] {
  const parts = shares.filter(
    ({entry, projection, aside}) => entry.presence !== undefined && projection === 'table' && !aside,
  )
  if (parts.length === 0 || !live) return []
  const visible = visibilityOf(scope, live.unseen, catalog.shape(type))
  return parts.filter(({entry}) => entry.presence !== undefined && !visible(entry.presence))
}

/** Gathers them into one gap for each reader, property and place. */
export class UnseenParts {
  readonly #catalog: Catalog
  readonly #gaps = new Map<string, {readonly gap: Omit<Gap, 'hides'>; readonly addresses: Set<string>}>()

  constructor(catalog: Catalog) {
    this.#catalog = catalog
  }

  add(object: JoinedObject): void {
    for (const {resource, entry} of unseenParts(object, this.#catalog)) {
      const {type, location, live} = object
      if (!live) continue
      const key = [type, location.account, location.region, live.reader, entry.presence, resource.type].join('\n')
      const known = this.#gaps.get(key) ?? {gap: gapOf(object, live, {resource, entry}), addresses: new Set()}
      known.addresses.add(resource.address)
      this.#gaps.set(key, known)
    }
  }

  gaps(): readonly Gap[] {
    return [...this.#gaps]
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([, {gap, addresses}]) => {
        const examples = [...addresses].toSorted(compareText).slice(0, examplesShown)
        return {...gap, hides: {count: addresses.size, examples}}
      })
  }
}

function gapOf(
  {type, location}: JoinedObject,
  {reader}: LiveObject,
  {resource, entry}: Pick<Share, 'resource' | 'entry'>,
): Omit<Gap, 'hides'> {
  return {
    reason: reader === 'cloud-control' ? 'unsupported-type' : 'not-recorded',
    type: resource.type,
    location,
    detail: `${readerNames[reader]} does not show ${entry.presence} of ${type}.`,
  }
}
