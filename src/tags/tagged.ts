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
import {partsOf, type FindDeclared} from './parts.ts'
import type {TagParent} from './parents.ts'
import type {AddedTags} from './single-tags.ts'
import {tagSource} from './tag-source.ts'
import {holds, isHiddenIn, unknownTags, viewOf, type TagView} from './tag-view.ts'

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
  /** Where the tags are written, of what a resource makes besides itself: `root_block_device[0]`. */
  readonly part?: string
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

/** What a resource of code makes besides itself, where it is not known to be live. */
export function taggedParts(
  resource: DeclaredResource,
  facts: Pick<TaggedFacts, 'added'>,
  find: FindDeclared,
): readonly Tagged[] {
  if (resource.origin !== 'configured') return []
  const location = resource.providerLocation ?? {}
  const added = facts.added?.(resource) ?? nothingAdded
  return partsOf(resource, added, find).map(({part, type, view, path}) => ({
    subject: {address: resource.address, type: resource.type, location},
    type,
    part,
    location,
    accelerated: runsAccelerators(undefined, resource),
    declared: view,
    source: resource.source,
    tagSource: (key) => resource.positions?.([...path, key]) ?? resource.source,
  }))
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
  return new ObjectTags(object, facts, share)
}

/** Most objects break no rule, and few rules ask what an object costs: what it is called and runs is worked out on demand. */
class ObjectTags implements Tagged {
  readonly type: string | undefined
  readonly location: PartialLocation
  declare readonly declared?: TagView
  declare readonly source?: SourceRef
  declare readonly tagSource?: (key: string) => SourceRef
  declare readonly live?: TagView
  declare readonly liveBlind?: NonNullable<Tagged['liveBlind']>
  declare readonly ownedBy?: string
  declare readonly recorded?: TagView
  declare readonly parents?: NonNullable<Tagged['parents']>
  readonly #object: JoinedObject
  readonly #facts: TaggedFacts
  readonly #share: Share | undefined
  #subject: Subject | undefined
  #accelerated: Applies | undefined

  constructor(object: JoinedObject, facts: TaggedFacts, share: Share | undefined) {
    const resource = share?.configured ?? share?.resource
    this.#object = object
    this.#facts = facts
    this.#share = share
    this.type = resource?.type ?? facts.catalog.creator(object.type)?.type
    this.location = object.location
    if (resource) Object.assign(this, declaredSide(resource, facts))
    Object.assign(this, liveSide(object, this.declared))
    if (share?.configured) this.recorded = declaredTags(share.resource)
    if (object.live && facts.parentsOf) this.parents = parentViews(object.live, facts.parentsOf)
    const ownedBy = resource ? undefined : facts.ownedBy?.(object)
    if (ownedBy !== undefined) this.ownedBy = ownedBy
  }

  get subject(): Subject {
    return (this.#subject ??= subjectOf(this.#object, this.#facts.catalog, this.#share?.resource))
  }

  get accelerated(): Applies {
    return (this.#accelerated ??= runsAccelerators(this.#object.live, this.#share?.resource))
  }
}

/** The same with live tags that nobody can tell anything of. */
export function withoutLiveTags(tagged: Tagged, liveBlind: NonNullable<Tagged['liveBlind']>): Tagged {
  const {subject, accelerated} = tagged
  return {...tagged, subject, accelerated, live: unknownTags, liveBlind}
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
  if (live?.deleting !== undefined) return {}
  if (live?.tags) return {live: declared && holds(declared, live.tags) ? declared : liveView(live.tags, declared)}
  if (live) return {live: unknownTags, liveBlind: 'tags-not-visible'}
  return notLookedAt ? {live: unknownTags, liveBlind: 'not-looked-at'} : {}
}

function liveView(tags: Readonly<Record<string, string>>, declared: TagView | undefined): TagView {
  return viewOf(Object.entries(tags), 'none', (key) => isHiddenIn(declared, key))
}
