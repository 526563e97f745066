import {type GrowingCatalog, loadCatalog} from '../catalog/catalog.ts'
import {withoutEchoes} from '../join/gap-tally.ts'
import {Joiner} from '../join/join.ts'
import type {Joined} from '../join/joined.ts'
import {LiveIndex} from '../join/live-index.ts'
import {isInScope} from '../join/scope.ts'
import type {DeclaredResource} from '../model/declared.ts'
import {compareGaps, type Gap} from '../model/gap.ts'
import type {ReportInputs} from '../model/report.ts'
import type {Surroundings} from '../model/surroundings.ts'
import type {TagCheckContext} from '../tags/check.ts'
import type {FixableCode} from '../tags/fixes/plan-code.ts'
import type {PolicyText} from '../tags/policy/document.ts'
import {SingleTags} from '../tags/single-tags.ts'
import {takeCode, type CodeRequest} from './code.ts'
import {takeDeclared} from './declared.ts'
import {takeLive, type LiveRequest} from './live.ts'
import type {CommentedCode} from './selected/commented.ts'
import {wantedFrom} from './narrowed.ts'
import {tagContext} from './tag-check.ts'

/** Any of the three places in which tags are said, or several; what is not given is not looked at. */
export interface TagsRequest {
  readonly states: readonly string[]
  readonly code?: CodeRequest
  /** Absent: AWS is not asked. */
  readonly live?: LiveRequest
  readonly policies: readonly PolicyText[]
}

/** Everything that carries tags, joined, and what a check needs to know of it. */
export interface TagSources {
  readonly catalog: GrowingCatalog
  readonly joined: Joined
  readonly context: TagCheckContext
  /** Resources as the code has them; empty without code. */
  readonly configured: readonly DeclaredResource[]
  /** The code that violations are mended in; absent where none was given. */
  readonly code?: FixableCode
  /** What states recorded. */
  readonly recorded: readonly DeclaredResource[]
  /** The code, and what its comments ignore. */
  readonly commented?: CommentedCode
  readonly gaps: readonly Gap[]
  readonly inputs: Omit<ReportInputs, 'policies'>
}

export async function takeTagSources(request: TagsRequest, surroundings: Surroundings): Promise<TagSources> {
  const catalog = await loadCatalog()
  const joiner = new Joiner(catalog)
  const declared = await takeDeclared(request.states, {joiner, catalog}, surroundings)
  const recorded = [...joiner.recorded()]
  const code = request.code && (await takeCode(request.code, {joiner, catalog}, surroundings))
  const live = request.live && (await takeLive(request.live, wantedFrom(joiner, catalog), catalog, surroundings))
  const found = joiner.join(live?.index ?? new LiveIndex())
  const configured = (code?.configured ?? []).filter(isInScope)
  const applied = new Set(recorded.map((resource) => code?.codeOf(resource)?.address))
  const notApplied = configured.filter(({address}) => !applied.has(address))
  const kept = (resource: DeclaredResource) => !code || code.codeOf(resource) !== undefined || code.isOpen(resource)
  const joined = live
    ? found
    : {...found, objects: found.objects.filter((object) => object.shares.some((share) => kept(share.resource)))}
  const byAddress = new Map(configured.map((resource) => [resource.address, resource]))
  const singles = new SingleTags([...recorded, ...configured])
  const unjoined = [...joined.unjoined]
    .filter((resource) => live || kept(resource))
    .map((resource) => code?.codeOf(resource) ?? resource)
  return {
    catalog,
    joined,
    configured,
    recorded,
    ...(code && {commented: code}),
    ...(code && {code: fixable(configured, recorded, code, singles)}),
    context: {
      ...tagContext(joined, catalog, surroundings),
      added: (resource) => singles.for(resource),
      declaredAt: (address) => byAddress.get(address),
      unjoined: live ? unjoined : [...unjoined, ...notApplied],
      ...(live && {notApplied}),
    },
    gaps: [
      ...declared.gaps,
      ...(code?.gaps ?? []),
      // Without AWS there is nothing to join with, and so nothing that was missed.
      ...(live ? [...withoutEchoes(live.index.gaps.toSorted(compareGaps), joined.gaps), ...joined.gaps] : []),
    ],
    inputs: {
      states: declared.states,
      ...(request.code && {configuration: request.code.folder}),
      live: live?.input ?? {kind: 'none', name: 'AWS was not looked at', objects: 0},
    },
  }
}

type Code = Awaited<ReturnType<typeof takeCode>>

function fixable(
  resources: readonly DeclaredResource[],
  recorded: readonly DeclaredResource[],
  {codeOf, providers}: Code,
  singles: SingleTags,
): FixableCode {
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]))
  const moved = new Map(recorded.map((resource) => [resource.address, codeOf(resource)]))
  const files = new Map(providers.map(({ref, file}) => [ref.text, file]))
  return {
    resources,
    at: (address) => byAddress.get(address) ?? moved.get(address),
    added: (resource) => singles.for(resource),
    providerOf: ({provider, positions, source}) => {
      const file = files.get(provider.text)
      return file === undefined ? undefined : {file, source: positions?.(['default_tags']) ?? source}
    },
  }
}
