import {loadCatalog, type Catalog} from './catalog/catalog.ts'
import {readStates} from './declared/state/read-states.ts'
import {findDrift, indexById, type DriftResult} from './drift/drift.ts'
import {ownerOf} from './drift/owners.ts'
import {Joiner, type Joined} from './join/join.ts'
import {LiveIndex} from './join/live-index.ts'
import {openSnapshot} from './live/snapshot/read.ts'
import type {Coverage} from './model/coverage.ts'
import {compareFindings} from './model/finding.ts'
import type {Gap} from './model/gap.ts'
import type {InspectedResource, InspectedState, Inspection} from './model/inspection.ts'
import type {Report, ReportInputs} from './model/report.ts'
import {summarize} from './model/summarize.ts'
import type {Surroundings} from './model/surroundings.ts'
import {runRate} from './spend/run-rate.ts'
import {checkTags, type TagCheckContext} from './tags/check.ts'
import type {PolicyText} from './tags/policy/document.ts'
import {ownershipBy} from './tags/ownership.ts'
import type {TagPolicy} from './tags/policy/policy.ts'

export interface ScanRequest {
  /** Files, folders, globs, `-`. */
  readonly states: readonly string[]
  readonly live: LiveRequest
  /** Tag policies, in the order in which they combine; without any, tags are not checked. */
  readonly policies: readonly PolicyText[]
}

/** Where the live side comes from. */
export interface LiveRequest {
  readonly kind: 'snapshot'
  readonly file: string
}

/** Drift, tags and accelerator spend in one pass: declared and live in, report out. */
export async function scan(request: ScanRequest, surroundings: Surroundings): Promise<Report> {
  const policy = await policyOf(request.policies)
  const catalog = await loadCatalog()
  const joiner = new Joiner(catalog)
  const declared = await takeDeclared(request.states, joiner, surroundings)
  const live = await takeLive(request.live, surroundings)
  const joined = joiner.join(live.index)
  const drift = findDrift(joined.objects, catalog)
  const context = tagContext(joined, catalog, surroundings)
  const tags = checkTags(joined.objects, policy, context)
  const ownership = ownershipBy(policy, context)
  const {spend, ...priced} = runRate(joined.objects, {catalog, ...(ownership && {ownership})})
  const findings = [...drift.findings, ...tags.findings, ...priced.findings].toSorted(compareFindings)
  const gaps = [...declared.gaps, ...live.index.gaps, ...joined.gaps, ...tags.gaps, ...priced.gaps]
  return {
    tool: {name: 'trueup', version: surroundings.version},
    generatedAt: surroundings.now.toISOString(),
    inputs: {states: declared.states, live: live.input, policies: policy.names},
    findings,
    summary: summarize(findings, gaps),
    coverage: coverageOf(joined, drift),
    gaps,
    spend,
  }
}

/** YAML, schema and RE2 are loaded where there is a policy to read: they are half of the start-up time. */
async function policyOf(texts: readonly PolicyText[]): Promise<TagPolicy> {
  if (texts.length === 0) return {names: [], rules: [], exemptions: []}
  const {loadPolicies} = await import('./tags/policy/load.ts')
  return loadPolicies(texts)
}

function tagContext(joined: Joined, catalog: Catalog, {now}: Surroundings): TagCheckContext {
  const owners = {objects: indexById(joined.objects), catalog}
  return {
    catalog,
    today: now.toISOString().slice(0, 10),
    ownedBy: ({live}) => (live === undefined ? undefined : ownerOf(live, owners)?.ownedBy),
    unjoined: joined.unjoined,
  }
}

interface Declared {
  readonly states: ReportInputs['states']
  readonly gaps: readonly Gap[]
}

async function takeDeclared(
  patterns: readonly string[],
  joiner: Joiner,
  surroundings: Surroundings,
): Promise<Declared> {
  const {progress} = surroundings
  const states: ReportInputs['states'][number][] = []
  const gaps: Gap[] = []
  let count = 0
  progress.step('reading states')
  for await (const event of readStates(patterns, surroundings)) {
    if (event.kind === 'resource') {
      joiner.add(event.resource)
      progress.advance(++count)
    } else if (event.kind === 'gap') gaps.push(event.gap)
    else states.push(stateInput(event))
  }
  return {states, gaps}
}

type StateEnd = Extract<Awaited<ReturnType<ReturnType<typeof readStates>['next']>>['value'], {kind: 'state'}>

function stateInput({file, resources, serial, terraformVersion}: StateEnd): ReportInputs['states'][number] {
  return {
    file,
    resources,
    ...(serial === undefined ? {} : {serial}),
    ...(terraformVersion === undefined ? {} : {terraformVersion}),
  }
}

async function takeLive({file}: LiveRequest, {progress}: Surroundings) {
  progress.step(`reading ${file}`)
  const index = new LiveIndex()
  const {events} = await openSnapshot(file)
  for await (const event of events) index.add(event)
  const input = {kind: 'snapshot', name: file, objects: index.count, ...index.span} as const
  return {index, input}
}

function coverageOf(joined: Joined, drift: DriftResult): Coverage {
  const {declared, outOfScope} = joined.counts
  const {compared, missing} = drift.resources
  return {
    resources: {declared, compared, missing, notLookedAt: declared - compared - missing, outOfScope},
    attributes: drift.attributes,
    byType: drift.byType,
  }
}

/** What was read of the declared side, and nothing else: no AWS, no comparison. */
export async function inspect(states: readonly string[], surroundings: Surroundings): Promise<Inspection> {
  const {inspectResource, mergeDeposed} = await import('./join/inspect.ts')
  const resources: InspectedResource[] = []
  const read: InspectedState[] = []
  const gaps: Gap[] = []
  surroundings.progress.step('reading states')
  for await (const event of readStates(states, surroundings)) {
    if (event.kind === 'resource') resources.push(inspectResource(event.resource))
    else if (event.kind === 'gap') gaps.push(event.gap)
    else read.push({...stateInput(event), ...(event.lineage === undefined ? {} : {lineage: event.lineage})})
    surroundings.progress.advance(resources.length)
  }
  return {states: read, resources: mergeDeposed(resources), gaps}
}
