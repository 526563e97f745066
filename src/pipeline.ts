import {loadCatalog, type Catalog, type GrowingCatalog} from './catalog/catalog.ts'
import {readStates} from './declared/state/read-states.ts'
import {recordedAttributes} from './declared/state/recorded-attributes.ts'
import {stateInput} from './declared/state/state-input.ts'
import type {VariableSources} from './declared/hcl/module/given-variables.ts'
import {coverageOf} from './drift/coverage-of.ts'
import {codeOnlyFindings} from './drift/code-only.ts'
import {findDrift} from './drift/drift.ts'
import {objectFinder} from './drift/object-finder.ts'
import {ownerOf} from './drift/owners.ts'
import {userError} from './errors.ts'
import {withoutEchoes} from './join/gap-tally.ts'
import {Joiner, type Joined} from './join/join.ts'
import {LiveIndex} from './join/live-index.ts'
import {openAws, type AwsRequest} from './live/open-aws.ts'
import {iamPolicy, permissions, type IamPolicy} from './live/permissions.ts'
import type {EventCounts} from './live/snapshot/format.ts'
import {openSnapshot} from './live/snapshot/read.ts'
import {writeSnapshot} from './live/snapshot/write.ts'
import {watch} from './live/watch.ts'
import type {DeclaredObject} from './live/wanted.ts'
import {compareFindings} from './model/finding.ts'
import {compareGaps, type Gap} from './model/gap.ts'
import type {InspectedResource, InspectedState, Inspection} from './model/inspection.ts'
import type {Report, ReportInputs} from './model/report.ts'
import type {LiveEvent, ObjectType} from './model/live.ts'
import {summarize} from './model/summarize.ts'
import type {Surroundings} from './model/surroundings.ts'
import type {KnownType, TypeDescription} from './model/type-description.ts'
import {runRate} from './spend/run-rate.ts'
import {checkTags, type TagCheckContext} from './tags/check.ts'
import type {PolicyText} from './tags/policy/document.ts'
import {ownershipBy} from './tags/ownership.ts'
import type {TagPolicy} from './tags/policy/policy.ts'

export interface ScanRequest {
  /** Files, folders, globs, `-`. */
  readonly states: readonly string[]
  readonly live: LiveRequest
  /** The Terraform code that the states came from, for three-way verdicts. */
  readonly code?: CodeRequest
  /** Tag policies, in the order in which they combine; without any, tags are not checked. */
  readonly policies: readonly PolicyText[]
}

/** A root module, and what its variables are given. */
export interface CodeRequest {
  readonly folder: string
  readonly variables: VariableSources
}

/** Where the live side comes from. */
export type LiveRequest = {readonly kind: 'snapshot'; readonly file: string} | ({readonly kind: 'aws'} & AwsRequest)

/** Drift, tags and accelerator spend in one pass: declared and live in, report out. */
export async function scan(request: ScanRequest, surroundings: Surroundings): Promise<Report> {
  const policy = await policyOf(request.policies)
  const catalog = await loadCatalog()
  const joiner = new Joiner(catalog)
  const declared = await takeDeclared(request.states, {joiner, catalog}, surroundings)
  const code = request.code && (await takeCode(request.code, {joiner, catalog}, surroundings))
  const live = await takeLive(request.live, joiner.declaredObjects(), catalog, surroundings)
  const joined = joiner.join(live.index)
  const drift = findDrift(joined.objects, catalog)
  const context = tagContext(joined, catalog, surroundings)
  const tags = checkTags(joined.objects, policy, context)
  const ownership = ownershipBy(policy, context)
  const {spend, ...priced} = runRate(joined.objects, {catalog, ...(ownership && {ownership})})
  const codeOnly = code ? codeOnlyFindings(code, catalog) : []
  const findings = [...drift.findings, ...codeOnly, ...tags.findings, ...priced.findings].toSorted(compareFindings)
  const gaps = [
    ...declared.gaps,
    ...(code?.gaps ?? []),
    ...withoutEchoes(live.index.gaps.toSorted(compareGaps), joined.gaps),
    ...joined.gaps,
    ...tags.gaps,
    ...priced.gaps,
  ]
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
  const owners = {find: objectFinder(joined.objects), catalog}
  return {
    catalog,
    today: now.toISOString().slice(0, 10),
    ownedBy: ({live}) => (live === undefined ? undefined : ownerOf(live, owners)?.ownedBy),
    unjoined: joined.unjoined,
  }
}

/** Evaluates the code with what the states recorded at hand. The parser is loaded here: it takes longer than a small scan. */
async function takeCode({folder, variables}: CodeRequest, {joiner, catalog}: Declaring, surroundings: Surroundings) {
  const {progress, cacheFolder} = surroundings
  progress.step(`reading ${folder}`)
  const [{readConfiguration}, {codeOf, isOpenIn}] = await Promise.all([
    import('./declared/hcl/read-configuration.ts'),
    import('./declared/hcl/code-of.ts'),
  ])
  const recorded = new Map([...joiner.recorded()].map(({address, attributes}) => [address, attributes]))
  const options = {variables, cacheFolder, recorded: (address: string) => recorded.get(address)}
  const configuration = await readConfiguration(folder, options)
  const find = codeOf(configuration)
  joiner.configure(find)
  const {resources: configured, gaps} = configuration
  for (const {type} of configured) await catalog.want(type)
  return {recorded: joiner.recorded(), configured, codeOf: find, isOpen: isOpenIn(configuration), gaps}
}

/** What takes declared resources in: the catalogue has to know their types first. */
type Declaring = {readonly joiner: Joiner; readonly catalog: GrowingCatalog}

interface Declared {
  readonly states: ReportInputs['states']
  readonly gaps: readonly Gap[]
}

async function takeDeclared(
  patterns: readonly string[],
  {joiner, catalog}: Declaring,
  surroundings: Surroundings,
): Promise<Declared> {
  const {progress} = surroundings
  const states: ReportInputs['states'][number][] = []
  const gaps: Gap[] = []
  let count = 0
  progress.step('reading states')
  for await (const event of readStates(patterns, surroundings)) {
    if (event.kind === 'resource') {
      await catalog.want(event.resource.type)
      joiner.add(event.resource)
      progress.advance(++count)
    } else if (event.kind === 'gap') gaps.push(event.gap)
    else states.push(stateInput(event))
  }
  return {states, gaps}
}

interface Live {
  readonly index: LiveIndex
  readonly input: ReportInputs['live']
}

async function takeLive(
  request: LiveRequest,
  declared: Iterable<DeclaredObject>,
  catalog: GrowingCatalog,
  {progress, signal}: Surroundings,
): Promise<Live> {
  const {kind, name, events} = await openLive(request, declared, catalog, signal)
  progress.step(`reading ${name}`)
  const index = new LiveIndex()
  for await (const event of events) {
    if (event.kind === 'object') await catalog.want(event.object.type)
    index.add(event)
    progress.advance(index.count)
  }
  return {index, input: {kind, name, objects: index.count, ...index.span}}
}

interface OpenLive {
  readonly kind: LiveRequest['kind']
  readonly name: string
  readonly events: AsyncIterable<LiveEvent>
}

async function openLive(
  request: LiveRequest,
  declared: Iterable<DeclaredObject>,
  catalog: Catalog,
  signal: AbortSignal,
): Promise<OpenLive> {
  if (request.kind === 'snapshot') return {kind: 'snapshot', name: request.file, ...(await openSnapshot(request.file))}
  const {account, events} = await openAws(request, {types: objectTypes(catalog), declared}, signal)
  return {kind: 'aws', name: `AWS account ${account}`, events}
}

/** Every type that the catalogue knows the creator of: what it does not, nobody could compare or call unmanaged. */
function objectTypes({entries}: Catalog): readonly ObjectType[] {
  return [...new Set(entries.filter(({object}) => object).map(({objectType}) => objectType))].toSorted()
}

export interface SnapshotRequest {
  /** States narrow the snapshot to their types and regions; none is needed. */
  readonly states: readonly string[]
  /** Terraform or CloudFormation types; default: those of the states, else all that the catalogue knows. */
  readonly types: readonly string[]
  readonly aws: AwsRequest
  readonly file: string
}

export interface SnapshotResult {
  readonly file: string
  readonly account: string
  /** Which readers answered, and why these. */
  readonly because: string
  readonly counts: EventCounts
  readonly gaps: readonly Gap[]
}

/** The live side into a file, for any later scan. */
export async function takeSnapshot(request: SnapshotRequest, surroundings: Surroundings): Promise<SnapshotResult> {
  const {now, version, progress, signal} = surroundings
  const catalog = await loadCatalog()
  const joiner = new Joiner(catalog)
  const {gaps} = await takeDeclared(request.states, {joiner, catalog}, surroundings)
  for (const type of request.types) await catalog.want(type)
  const declared = [...joiner.declaredObjects()]
  const types = wantedTypes(request, declared, catalog)
  const {account, because, locations, events} = await openAws(request.aws, {types, declared}, signal)
  progress.step(`reading AWS account ${account}`)
  const found = [...gaps]
  const watched = watch(events, found, progress)
  const origin = {createdAt: now.toISOString(), trueup: version, locations}
  const counts = await writeSnapshot(watched, request.file, origin, {signal})
  return {file: request.file, account, because, counts, gaps: found.toSorted(compareGaps)}
}

function wantedTypes(
  {types, states}: SnapshotRequest,
  declared: readonly DeclaredObject[],
  catalog: Catalog,
): readonly ObjectType[] {
  if (types.length > 0) return types.map((type) => objectTypeOf(type, catalog))
  return states.length > 0 ? [...new Set(declared.map(({type}) => type))].toSorted() : objectTypes(catalog)
}

function objectTypeOf(type: string, catalog: Catalog): ObjectType {
  const objectType = catalog.entry(type)?.objectType ?? (type.includes('::') ? type : undefined)
  if (objectType !== undefined) return objectType
  throw userError(
    'type-unknown',
    `no type ${type} is known`,
    'Name a Terraform type (aws_instance) or AWS::EC2::Instance',
  )
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

/** What the code sets, evaluated with what the states recorded at hand. */
export async function inspectCode(
  {folder, variables}: CodeRequest,
  states: readonly string[],
  surroundings: Surroundings,
): Promise<Inspection> {
  const {progress, cacheFolder} = surroundings
  const recorded = await recordedAttributes(states, surroundings)
  progress.step(`reading ${folder}`)
  const {readConfiguration} = await import('./declared/hcl/read-configuration.ts')
  const {inspectResource} = await import('./join/inspect.ts')
  const options = {variables, cacheFolder, recorded: (address: string) => recorded.get(address)}
  const {resources, gaps} = await readConfiguration(folder, options)
  return {states: [], configuration: folder, resources: resources.map(inspectResource), gaps}
}

export type {IamPolicy}

export async function knownTypes(): Promise<readonly KnownType[]> {
  return (await import('./live/describe-type.ts')).listTypes()
}

/** @returns undefined for a type that nothing is known of */
export async function describeType(name: string): Promise<TypeDescription | undefined> {
  return (await import('./live/describe-type.ts')).describeType(name)
}

/** What a scan may do in AWS, and no more. */
export function scanPolicy(): IamPolicy {
  return iamPolicy(permissions)
}
