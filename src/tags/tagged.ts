import type {Catalog} from '../catalog/catalog.ts'
import type {JoinedObject, Share} from '../join/joined.ts'
import {isMainShare, subjectOf} from '../join/subject.ts'
import type {DeclaredResource} from '../model/declared.ts'
import type {Subject} from '../model/finding.ts'
import type {PartialLocation} from '../model/location.ts'
import type {LiveObject} from '../model/live.ts'
import type {SourceRef} from '../model/source.ts'
import type {TagParentKind} from '../model/tag-cause.ts'
import {runsAccelerators} from './acceleration.ts'
import {declaredTags, withAdded} from './declared-tags.ts'
import type {Applies} from './scope.ts'
import type {TagParent} from './parents.ts'
import type {AddedTags} from './single-tags.ts'
import {tagSource} from './tag-source.ts'
import {isHiddenIn, oneIfEqual, unknownTags, viewOf, type TagView} from './tag-view.ts'

/** One thing that carries tags, with both of its sides. */
export interface Tagged {
  readonly subject: Subject
  /** The Terraform type that declares it, or would. */
  readonly type: string | undefined
  readonly location: PartialLocation
  readonly accelerated: Applies
  /** Absent where nobody declares it. */
  readonly declared?: TagView
  /** Absent where it is not live, or on its way out. */
  readonly live?: TagView
  /**
   * Why the live tags are not known: nobody looked at the object (its own gap says so), the reader could not see its tags, or
   * there are none and nobody knows whether there could be.
   */
  readonly liveBlind?: 'not-looked-at' | 'tags-not-visible' | 'taggability-unknown'
  readonly source?: SourceRef
  /** Where a tag is written, or would be; of code alone. */
  readonly tagSource?: (key: string) => SourceRef
  readonly ownedBy?: string
  /** What the state recorded, where the code says what is declared. */
  readonly recorded?: TagView
  /** What made it, with the tags that it could have handed on. */
  readonly parents?: () => readonly {readonly kind: TagParentKind; readonly name: string; readonly view: TagView}[]
}

/** What the caller knows of objects that nobody declared. */
export interface TaggedFacts {
  readonly catalog: Pick<Catalog, 'creator'>
  /** Who keeps an object that Terraform does not: `Auto Scaling group train-a100`. */
  readonly ownedBy?: (object: JoinedObject) => string | undefined
  /** What resources add to the tags of a resource that are one tag each. */
  readonly added?: (resource: DeclaredResource) => AddedTags
  /** What made a live object, as far as it was read. */
  readonly parentsOf?: (object: LiveObject) => readonly TagParent[]
}

/** An object as something that carries tags; several, where several resources declare it as a whole. */
export function taggedOf(object: JoinedObject, facts: TaggedFacts): readonly Tagged[] {
  const owners = object.shares.filter(declaresTags)
  if (owners.length > 0) return owners.map((share) => build(object, facts, share))
  // Parts of an object (a bucket policy) carry no tags; the object itself is then somebody else's.
  return object.live ? [build(object, facts, undefined)] : []
}

/** A resource that could not be joined: its own side is all there is. */
export function taggedAlone(resource: DeclaredResource, facts: Pick<TaggedFacts, 'added'>): Tagged {
  return {...taggedInCode(resource, facts), live: unknownTags, liveBlind: 'not-looked-at'}
}

/** A resource of which it is certain that it is not live. */
export function taggedInCode(resource: DeclaredResource, facts: Pick<TaggedFacts, 'added'>): Tagged {
  const location = resource.providerLocation ?? {}
  return {
    subject: {address: resource.address, type: resource.type, location},
    type: resource.type,
    location,
    accelerated: runsAccelerators(undefined, resource),
    ...declaredSide(resource, facts),
  }
}

const nothingAdded: AddedTags = {tags: []}

function declaredSide(
  resource: DeclaredResource,
  {added}: Pick<TaggedFacts, 'added'>,
): Required<Pick<Tagged, 'declared' | 'source' | 'tagSource'>> {
  const more = added?.(resource) ?? nothingAdded
  return {
    declared: withAdded(declaredTags(resource), more),
    source: resource.source,
    tagSource: (key) => tagSource(resource, key, more.tags),
  }
}

function declaresTags(share: Share): boolean {
  return isMainShare(share) && share.entry.tags !== 'none'
}

function build(object: JoinedObject, facts: TaggedFacts, share: Share | undefined): Tagged {
  const resource = share?.configured ?? share?.resource
  const type = resource?.type ?? facts.catalog.creator(object.type)?.type
  const ownedBy = resource ? undefined : facts.ownedBy?.(object)
  const declared = resource && declaredSide(resource, facts)
  return {
    subject: subjectOf(object, facts.catalog, share?.resource),
    type,
    location: object.location,
    accelerated: runsAccelerators(object.live, share?.resource),
    ...declared,
    ...liveSide(object, declared?.declared),
    ...(share?.configured && {recorded: declaredTags(share.resource)}),
    ...(object.live && facts.parentsOf && {parents: parentViews(object.live, facts.parentsOf)}),
    ...(ownedBy !== undefined && {ownedBy}),
  }
}

/** Worked out when somebody asks: most objects break no rule. */
function parentViews(
  live: LiveObject,
  parentsOf: NonNullable<TaggedFacts['parentsOf']>,
): NonNullable<Tagged['parents']> {
  return () =>
    parentsOf(live).map(({kind, object}) => {
      const [share] = object.shares.filter(isMainShare)
      const tags = object.live?.tags
      const view = tags ? viewOf(Object.entries(tags), 'none') : share ? declaredTags(share.resource) : unknownTags
      return {kind, name: share?.resource.address ?? object.live?.name ?? object.id, view}
    })
}

/** A value that Terraform holds for a secret stays hidden on the live side too. */
function liveSide(
  {live, notLookedAt}: JoinedObject,
  declared: TagView | undefined,
): Pick<Tagged, 'live' | 'liveBlind'> {
  const isHidden = (key: string) => isHiddenIn(declared, key)
  if (live?.deleting !== undefined) return {}
  if (live?.tags) return {live: oneIfEqual(declared, viewOf(Object.entries(live.tags), 'none', isHidden))}
  if (live) return {live: unknownTags, liveBlind: 'tags-not-visible'}
  return notLookedAt ? {live: unknownTags, liveBlind: 'not-looked-at'} : {}
}
