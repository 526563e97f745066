import {loadCatalog} from '../catalog/catalog.ts'
import {Joiner} from '../join/join.ts'
import {aggregatorsOf} from '../live/aggregators.ts'
import {doubtfulRegions} from '../live/doubtful-regions.ts'
import {estimateReading, type AccountEstimate} from '../live/estimate-reading.ts'
import {planReading, type AwsRequest} from '../live/open-aws.ts'
import type {ReadTarget} from '../live/targets.ts'
import type {CallEstimate, Estimate} from '../model/estimate.ts'
import {globalRegion} from '../model/location.ts'
import {Decimal} from '../model/money.ts'
import {compareText} from '../model/finding.ts'
import type {Surroundings} from '../model/surroundings.ts'
import {selectionOf} from '../select/selection.ts'
import {mostReread} from './confirm.ts'
import {takeDeclared} from './declared.ts'
import {narrowedBy, somethingLeft, wantedFrom} from './narrowed.ts'
import {Selector, type SelectRequest} from './selected.ts'

export interface EstimateRequest {
  readonly states: readonly string[]
  readonly aws: AwsRequest
  readonly only?: readonly string[] | undefined
  readonly skip?: readonly string[] | undefined
  /** Ignores and filters, which may leave out what need not be read. */
  readonly select?: SelectRequest
}

/** What a scan of these states would take, without reading a single object. */
export async function estimate(request: EstimateRequest, surroundings: Surroundings): Promise<Estimate> {
  const {progress, signal} = surroundings
  const catalog = await loadCatalog()
  const joiner = new Joiner(catalog)
  const selector = await Selector.from(request.select, surroundings.now)
  const selection = selectionOf(request.only, request.skip)
  const narrowed = narrowedBy({selection, selector}, catalog)
  await takeDeclared(request.states, {joiner, catalog, narrowed}, surroundings)
  progress.step('asking who would answer')
  const wanted = wantedFrom(joiner, catalog, narrowed)
  if (selection) somethingLeft(joiner.declared > 0 || wanted.types.length > 0, selection)
  const plan = await planReading(request.aws, wanted, signal)
  await doubtfulRegions(request.aws.regions, plan.sessions.home, signal)
  const accounts: AccountEstimate[] = []
  const regions = plan.targets.map(({location}) => location.region).filter((region) => region !== globalRegion)
  const {named} = aggregatorsOf(plan.sessions.home, request.aws.aggregator, regions, signal)
  const {choice, roles = []} = request.aws
  const options = {choice, aggregator: await named, roles: Math.max(1, roles.length)}
  for await (const account of estimateReading(plan, options, signal)) {
    accounts.push(account)
    progress.advance(accounts.length)
  }
  const byAccount = [...Map.groupBy(plan.targets, ({location}) => location.account).values()]
  const again = byAccount.reduce((sum, targets) => sum + Math.min(mostReread, declaredIn(targets)), 0)
  return summed(accounts, {
    places: plan.targets.length,
    types: wanted.types.length,
    declared: declaredIn(plan.targets),
    mostReread: choice === 'auto' ? again : 0,
  })
}

function declaredIn(targets: readonly ReadTarget[]): number {
  return targets.flatMap(({types}) => types.flatMap(({declaredIds}) => declaredIds)).length
}

function summed(
  accounts: readonly AccountEstimate[],
  scope: Pick<Estimate, 'places' | 'types' | 'declared' | 'mostReread'>,
): Estimate {
  const calls = merged(accounts.flatMap((account) => account.calls)).toSorted((a, b) =>
    compareText(orderOf(a), orderOf(b)),
  )
  const most = calls.map(({atMost}) => atMost)
  return {
    accounts: accounts.length,
    ...scope,
    calls,
    atLeast: calls.reduce((sum, {atLeast}) => sum + atLeast, 0),
    ...(most.every((one) => one !== undefined) ? {atMost: most.reduce((sum, one) => sum + one, 0)} : {}),
    leastSeconds: Math.max(0, ...calls.map(leastSeconds)),
    leastUsd: calls
      .reduce((sum, {atLeast, usdPerCall = 0}) => sum.plus(new Decimal(usdPerCall).times(atLeast)), new Decimal(0))
      .toFixed(),
    unknown: accounts
      .flatMap(({account, why}) => (why === undefined ? [] : [{account, detail: why}]))
      .toSorted((a, b) => compareText(a.account, b.account)),
  }
}

/** Calls about several accounts that are made in one place are one line. */
function merged(calls: readonly CallEstimate[]): readonly CallEstimate[] {
  return [...Map.groupBy(calls, orderOf).values()].flatMap((alike) => {
    const [first] = alike
    if (!first || alike.length === 1) return alike
    const {atMost: _, open: _open, ...rest} = first
    const open = alike.find((one) => one.open !== undefined)?.open
    const atMost = alike.reduce((sum, one) => sum + (one.atMost ?? 0), 0)
    const atLeast = alike.reduce((sum, one) => sum + one.atLeast, 0)
    return [{...rest, atLeast, ...(open === undefined ? {atMost} : {open})}]
  })
}

function orderOf({account, region, action}: CallEstimate): string {
  return [account, region, action].join('\n')
}

/** The first second's worth of calls goes out at once. */
function leastSeconds({atLeast, callsPerSecond}: CallEstimate): number {
  return callsPerSecond === undefined ? 0 : Math.max(0, Math.ceil(atLeast / callsPerSecond) - 1)
}
