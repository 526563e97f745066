import {loadCatalog} from '../catalog/catalog.ts'
import {withoutEchoes} from '../join/gap-tally.ts'
import {Joiner} from '../join/join.ts'
import {LiveIndex} from '../join/live-index.ts'
import type {Coverage} from '../model/coverage.ts'
import {compareFindings} from '../model/finding.ts'
import {compareGaps} from '../model/gap.ts'
import type {ObjectType} from '../model/live.ts'
import type {Report} from '../model/report.ts'
import {summarize} from '../model/summarize.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {RunRateRun} from '../spend/run-rate.ts'
import {ownershipBy} from '../tags/ownership.ts'
import type {PolicyText} from '../tags/policy/document.ts'
import {takeDeclared} from './declared.ts'
import {openLiveSide, type LiveRequest} from './live.ts'
import {priced} from './priced.ts'
import {PriceSource, type PriceRequest} from './prices.ts'
import {policyOf, tagContext} from './tag-check.ts'
import {utilisationOf} from './utilisation.ts'

export interface RunRateRequest {
  /** For the addresses of what runs; none is needed. */
  readonly states: readonly string[]
  readonly live: LiveRequest
  /** What says which tags name an owner; without any nobody is called unowned. */
  readonly policies: readonly PolicyText[]
  readonly prices?: PriceRequest
  /** Asks CloudWatch what the accelerators did. */
  readonly utilisation?: boolean
}

/** Types that run or reserve accelerators, and what they refer to. */
const types: readonly ObjectType[] = [
  'AWS::Bedrock::ProvisionedModelThroughput',
  'AWS::EC2::CapacityReservation',
  'AWS::EC2::Host',
  'AWS::EC2::Instance',
  'AWS::SageMaker::App',
  'AWS::SageMaker::Cluster',
  'AWS::SageMaker::Endpoint',
  'AWS::SageMaker::EndpointConfig',
  'AWS::SageMaker::NotebookInstance',
  'AWS::SageMaker::TrainingJob',
]

/** What may run accelerators and no reader sees. Elastic Graphics ended in January 2024, Elastic Inference in April 2024. */
const neverRead = [
  'SageMaker processing, transform and tuning jobs',
  'capacity blocks and training plans that are paid ahead',
  'WorkSpaces and AppStream graphics',
  'custom models of Bedrock',
] as const

/** Accelerators that run now, at list prices, as a report of its own: no bill, nothing compared. */
export async function gpuRunRate(request: RunRateRequest, surroundings: Surroundings): Promise<Report> {
  const policy = await policyOf(request.policies)
  const catalog = await loadCatalog()
  const joiner = new Joiner(catalog)
  const declared = await takeDeclared(request.states, {joiner, catalog}, surroundings)
  const wanted = new Set(types)
  const asked = [...joiner.declaredObjects()].filter(({type}) => wanted.has(type))
  const live = await openLiveSide(request.live, {types, declared: asked}, catalog, surroundings)
  const index = new LiveIndex()
  for await (const account of live.accounts) index.absorb(account.index, () => true)
  index.absorb(live.common, () => true)
  const joined = joiner.join(index)
  const objects = joined.objects.filter(({type}) => wanted.has(type))
  const ownership = ownershipBy(policy, tagContext(joined, catalog, surroundings))
  const prices = new PriceSource(request.prices, surroundings)
  const {around, gaps: unpriced} = await priced([], {objects, around: joined.objects}, {prices, catalog})
  const run = new RunRateRun({catalog, ...(ownership && {ownership})})
  for (const object of objects) run.add(object, around)
  const {spend, ...found} = run.result()
  const means = {objects, catalog, sessionOf: live.sessionOf}
  const used = request.utilisation ? await utilisationOf(spend, means, surroundings) : undefined
  const findings = [...found.findings, ...(used?.findings ?? [])].toSorted(compareFindings)
  const unread = index.gaps.filter(({type}) => type === undefined || wanted.has(type)).toSorted(compareGaps)
  const gaps = [...declared.gaps, ...withoutEchoes(unread, []), ...found.gaps, ...unpriced, ...(used?.gaps ?? [])]
  return {
    tool: {name: 'trueup', version: surroundings.version},
    generatedAt: surroundings.now.toISOString(),
    inputs: {states: declared.states, live: live.input(), policies: policy.names},
    findings,
    summary: {...summarize(findings, gaps), clean: false},
    coverage: nothingCompared,
    gaps,
    spend: {
      ...spend,
      ...(used && {utilisation: used.utilisation}),
      notLookedAt: [...unseen(index), ...neverRead],
    },
  }
}

/** Types of which nobody says that they were read anywhere. */
function unseen(index: LiveIndex): readonly string[] {
  return types.filter((type) => index.scope(type, {}) === undefined && !index.has(type, {}))
}

const nothingCompared: Coverage = {
  resources: {declared: 0, compared: 0, missing: 0, notLookedAt: 0, outOfScope: 0},
  attributes: {compared: 0, skipped: {}, notMapped: 0},
  byType: [],
}
