import {loadCatalog} from '../catalog/catalog.ts'
import {coverageOf} from '../drift/coverage-of.ts'
import {codeOnlyFindings} from '../drift/code-only.ts'
import {LookedAt} from '../drift/cross-check.ts'
import {withoutEchoes} from '../join/gap-tally.ts'
import {Joiner} from '../join/join.ts'
import type {AwsRequest} from '../live/open-aws.ts'
import type {ReadingAhead} from '../live/reading-ahead.ts'
import {compareFindings} from '../model/finding.ts'
import {compareGaps} from '../model/gap.ts'
import type {Report, ReportInputs} from '../model/report.ts'
import {summarize} from '../model/summarize.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {selectionOf} from '../select/selection.ts'
import type {PolicyText} from '../tags/policy/document.ts'
import {AccountScan} from './account-scan.ts'
import {attributed} from './attributed.ts'
import {takeCode, type CodeRequest} from './code.ts'
import {FunctionUse} from './function-use.ts'
import {takeDeclared, type Declaring} from './declared.ts'
import {openLiveSide, type LiveRequest, type LiveSide} from './live.ts'
import {type Narrowed, narrowedBy, somethingLeft, takesSought, wantedFrom} from './narrowed.ts'
import {PriceSource, type PriceRequest} from './prices.ts'
import {DeclaredBlocks, remedied} from './remedied.ts'
import {type SelectRequest, Selector} from './selected.ts'
import {Stages} from './stages.ts'
import {crossChecked} from './plans.ts'
import {policyOf} from './tag-check.ts'

export interface ScanRequest {
  /** Files, folders, globs, `-`. */
  readonly states: readonly string[]
  readonly live: LiveRequest
  /** What `terraform show -json` printed of plans, instead of states and code. */
  readonly plans?: readonly string[]
  /** The Terraform code that the states came from, for three-way verdicts. */
  readonly code?: CodeRequest
  /** Tag policies, in the order in which they combine; without any, tags are not checked. */
  readonly policies: readonly PolicyText[]
  /** Asks AWS who changed what was found; nothing for a snapshot, which does not know. */
  readonly attribute?: boolean
  /** Patterns that the scan is narrowed by; default: all that is declared, and all that is unmanaged. */
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  /** Default: the list that comes with trueup. */
  readonly prices?: PriceRequest
  /** Asks CloudWatch how long functions ran whose cost changed. */
  readonly utilisation?: boolean
  /** What of the findings counts: ignores, a baseline, filters. */
  readonly select?: SelectRequest
}

/**
 * Drift, tags and accelerator spend in one pass: declared and live in, report out.
 *
 * @param openLive how the live side comes, account by account; whatever the order, the report is the same
 */
export async function scan(
  request: ScanRequest,
  surroundings: Surroundings,
  openLive: typeof openLiveSide = openLiveSide,
): Promise<Report> {
  const policy = await policyOf(request.policies)
  const catalog = await loadCatalog()
  const blocks = new DeclaredBlocks()
  const joiner = new Joiner(catalog, (resource) => blocks.add(resource))
  const selection = selectionOf(request.only, request.skip)
  const selector = await Selector.from(request.select, surroundings.now)
  const narrowed = narrowedBy({selection, selector}, catalog)
  const {declared, code, live} = await bothSides(request, {joiner, catalog, narrowed}, surroundings, openLive)
  const beside = code ?? declared.planned?.code
  const codeOnly = beside ? codeOnlyFindings(beside, catalog) : []
  selector.declare(joiner.recorded(), code)
  const prices = new PriceSource(request.prices, surroundings)
  const functionUse = request.utilisation && live.sessionOf ? new FunctionUse(live.sessionOf, surroundings) : undefined
  const lookedAt = new LookedAt(declared.planned?.drifts ?? [])
  const stages = new Stages(policy, catalog, {prices, lookedAt, functionUse}, surroundings)
  const {writtenAt} = declared
  const means = {catalog, stages, narrowed, selector, reread: live.reread, writtenAt}
  const accounts = new AccountScan(joiner.byAccount(), means)
  const {joined, judged, liveGaps, isAny} = await judgedAll(accounts, live)
  // What AWS was asked for is something, whether or not there is any.
  if (selection) somethingLeft(isAny || request.live.kind === 'aws', selection)
  const checked = crossChecked(judged.findings, declared.planned, lookedAt, catalog)
  const found = [...checked.findings, ...codeOnly]
    .filter((finding) => narrowed?.takesFinding(finding) !== false)
    .toSorted(compareFindings)
  const gaps = [
    ...declared.gaps,
    ...(code?.gaps ?? []),
    ...withoutEchoes(liveGaps.toSorted(compareGaps), joined.gaps).filter((gap) => narrowed?.takesGap(gap) !== false),
    ...joined.gaps,
    ...judged.gaps,
  ]
  const input = {...live.input(), ...(judged.confirmation && {confirmation: judged.confirmation})}
  const read = {states: declared.states, ...checked.inputs, live: input, policies: policy.names}
  const inputs = inputsOf(request, read)
  const {findings: counted, ...selected} = selector.select(found, {inputs, gaps, takes: takesSought(selection)})
  const asked = await attributed(counted, request.attribute ? live.sessionOf : undefined, surroundings)
  const fixable = {states: declared.states, declared: blocks, code: code?.fixable, catalog}
  const findings = await remedied(asked.findings, fixable)
  const allGaps = [...gaps, ...asked.gaps]
  await live.done?.()
  return {
    tool: {name: 'trueup', version: surroundings.version},
    generatedAt: surroundings.now.toISOString(),
    inputs,
    findings,
    summary: summarize(findings, allGaps, {isPart: selection !== undefined || selected.filtered !== undefined}),
    coverage: coverageOf(joined, judged.drift),
    gaps: allGaps,
    ...selected,
    spend: judged.spend,
    ...judged.share,
  }
}

async function judgedAll(accounts: AccountScan, live: LiveSide): ReturnType<AccountScan['finish']> {
  const sides = live.accounts
  try {
    // Begins to read, which leaves time.
    const first = sides.next()
    first.catch(() => undefined)
    accounts.prepare()
    for (let side = await first; !side.done; side = await sides.next()) await accounts.take(side.value)
    return await accounts.finish(live.common)
  } finally {
    await sides.return(undefined)
    await live.end?.()
  }
}

/** Reading what is declared, and beginning to read what is live: where the one fails, the other ends. */
async function bothSides(
  request: ScanRequest,
  taking: Pick<Declaring, 'joiner' | 'catalog'> & {readonly narrowed: Narrowed | undefined},
  surroundings: Surroundings,
  openLive: typeof openLiveSide,
) {
  const {states, plans, live: of, only, skip} = request
  const selection = selectionOf(only, skip)
  const {joiner, catalog, narrowed} = taking
  // Where not everything is read, it takes all states to know what is.
  const ahead = of.kind === 'aws' && !narrowed ? await readingAhead(of, surroundings) : undefined
  try {
    const declared = await takeDeclared(states, {...taking, ahead, plans}, surroundings)
    const code = request.code && (await takeCode(request.code, {joiner, catalog}, surroundings))
    const wanted = wantedFrom(joiner, catalog, narrowed)
    // A snapshot may hold what no catalogue knows; AWS is asked for nothing else, and not at all where that is nothing.
    if (selection && of.kind === 'aws') somethingLeft(joiner.declared > 0 || wanted.types.length > 0, selection)
    const live = await openLive(of, wanted, catalog, surroundings, ahead)
    return {declared, code, live}
  } catch (error) {
    await ahead?.end()
    throw error
  }
}

/** A snapshot does without all that reads AWS. */
async function readingAhead(request: AwsRequest, surroundings: Surroundings): Promise<ReadingAhead> {
  const {ReadingAhead: Ahead} = await import('../live/reading-ahead.ts')
  return new Ahead(request, surroundings)
}

function inputsOf({code, only = [], skip = []}: ScanRequest, read: ReportInputs): ReportInputs {
  const selection = selectionOf(only, skip)
  return {...read, ...(code && {configuration: code.folder}), ...(selection && {selection: {only, skip}})}
}
