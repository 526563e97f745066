import type {Catalog} from '../catalog/catalog.ts'
import type {JoinedObject, Share} from '../join/joined.ts'
import {compareText} from '../model/finding.ts'
import type {Gap} from '../model/gap.ts'
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

/** One gap for each reader, property and place. */
export function unseenGaps(objects: readonly JoinedObject[], catalog: Catalog): readonly Gap[] {
  const found = objects.flatMap((object) => unseenParts(object, catalog).map((share) => ({object, share})))
  const groups = Map.groupBy(found, ({object: {type, location, live}, share: {entry}}) =>
    [type, location.account, location.region, live?.reader, entry.presence].join('\n'),
  )
  return [...groups].toSorted(([a], [b]) => compareText(a, b)).flatMap(([, of]) => gapOf(of))
}

interface Unseen {
  readonly object: JoinedObject
  readonly share: Share
}

function gapOf(unseen: readonly Unseen[]): readonly Gap[] {
  const [first] = unseen
  if (!first?.object.live) return []
  const {type, location, live} = first.object
  const addresses = [...new Set(unseen.map(({share: {resource}}) => resource.address))]
  return [
    {
      reason: live.reader === 'cloud-control' ? 'unsupported-type' : 'not-recorded',
      type: first.share.resource.type,
      location,
      detail: `${readerNames[live.reader]} does not show ${first.share.entry.presence} of ${type}.`,
      hides: {count: addresses.length, examples: addresses.slice(0, examplesShown)},
    },
  ]
}
