import {declaredTags} from '../tags/declared-tags.ts'
import type {DeclaredResource} from '../model/declared.ts'
import type {Gap} from '../model/gap.ts'
import type {Surroundings} from '../model/surroundings.ts'
import type {KnownResource, ResourceFinder} from '../spend/untagged/tagged-line.ts'
import type {TagsRequest} from './tags.ts'

/** Where bills are joined with what Terraform and AWS know of the resources; all of it may be absent. */
export type KnownRequest = Omit<TagsRequest, 'policies'>

export interface KnownResources {
  readonly finder: ResourceFinder
  readonly gaps: readonly Gap[]
}

const nothing: KnownResources = {finder: {resource: () => undefined, declared: () => undefined}, gaps: []}

/** Resources of states, code and AWS by what a bill calls them: an id (`i-0f...`) or an ARN. */
export async function knownResources(request: KnownRequest, surroundings: Surroundings): Promise<KnownResources> {
  if (request.states.length === 0 && !request.code && !request.live) return nothing
  const {takeTagSources} = await import('./tags.ts')
  const {mainShare} = await import('../join/subject.ts')
  const {joined, gaps, configured} = await takeTagSources({...request, policies: []}, surroundings)
  const byName = new Map<string, KnownResource>()
  const makers = new Map<string, KnownResource>()
  for (const resource of configured) addMaker(makers, resource, knownOf(resource))
  for (const object of joined.objects) {
    const share = mainShare(object)
    const resource = share?.configured ?? share?.resource
    const live = object.live?.tags && new Map(Object.entries(object.live.tags))
    const known = {...(resource && knownOf(resource)), ...(live && {liveTags: live})}
    const arn = object.live?.arn ?? textOf(share?.resource, 'arn')
    for (const name of [object.id, arn]) if (name !== undefined && !byName.has(name)) byName.set(name, known)
    if (share) addMaker(makers, share.resource, known)
  }
  return {
    // What a snapshot does not cover hides causes, no money: only inputs that could not be read are told.
    gaps: gaps.filter(({reason}) => reason === 'unreadable-input'),
    finder: {
      resource: (id) => byName.get(id) ?? byName.get(id.slice(id.lastIndexOf('/') + 1)),
      declared: (type, attribute, value) => makers.get([type, attribute, value].join('\n')),
    },
  }
}

function knownOf(resource: DeclaredResource): KnownResource {
  const {tags} = declaredTags(resource)
  const texts = [...tags].flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : []))
  return {address: resource.address, source: resource.source, declaredTags: new Map(texts)}
}

/** By the attributes that tags of services name makers with. */
function addMaker(makers: Map<string, KnownResource>, resource: DeclaredResource, known: KnownResource): void {
  for (const attribute of ['name', 'id', 'node_group_name']) {
    const value = textOf(resource, attribute)
    const key = [resource.type, attribute, value ?? ''].join('\n')
    if (value !== undefined && !makers.has(key)) makers.set(key, known)
  }
}

function textOf(resource: DeclaredResource | undefined, attribute: string): string | undefined {
  const value = resource?.attributes[attribute]
  return typeof value === 'string' && value !== '' ? value : undefined
}
