import {loadCatalog} from '../catalog/catalog.ts'
import {withoutEchoes} from '../join/gap-tally.ts'
import {Joiner} from '../join/join.ts'
import type {LiveIndex} from '../join/live-index.ts'
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
import {takeLive, type LiveRequest} from './live.ts'
import {priced} from './priced.ts'
import {PriceSource, type PriceRequest} from './prices.ts'
import {policyOf, tagContext} from './tag-check.ts'

export interface RunRateRequest {
  /** For the addresses of what runs; none is needed. */
  readonly states: readonly string[]
  readonly live: LiveRequest
  /** What says which tags name an owner; without any nobody is called unowned. */
  readonly policies: readonly PolicyText[]
  readonly prices?: PriceRequest
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
  const live = await takeLive(request.live, {types, declared: asked}, catalog, surroundings)
  const joined = joiner.join(live.index)
  const objects = joined.objects.filter(({type}) => wanted.has(type))
  const ownership = ownershipBy(policy, tagContext(joined, catalog, surroundings))
  const prices = new PriceSource(request.prices, surroundings)
  const {around, gaps: unpriced} = await priced([], {objects, around: joined.objects}, {prices, catalog})
  const run = new RunRateRun({catalog, ...(ownership && {ownership})})
  for (const object of objects) run.add(object, around)
  const {spend, ...found} = run.result()
  const findings = found.findings.toSorted(compareFindings)
  const unread = live.index.gaps.filter(({type}) => type === undefined || wanted.has(type)).toSorted(compareGaps)
  const gaps = [...declared.gaps, ...withoutEchoes(unread, []), ...found.gaps, ...unpriced]
  return {
    tool: {name: 'trueup', version: surroundings.version},
    generatedAt: surroundings.now.toISOString(),
    inputs: {states: declared.states, live: live.input, policies: policy.names},
    findings,
    summary: {...summarize(findings, gaps), clean: false},
    coverage: nothingCompared,
    gaps,
    spend: {...spend, notLookedAt: [...unseen(live.index), ...neverRead]},
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
