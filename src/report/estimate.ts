import type {CallEstimate, Estimate, OpenEnd} from '../model/estimate.ts'
import {counted, countText} from './count-text.ts'
import type {EstimateJson} from './estimate-schema.ts'
import type {FormatOptions} from './format.ts'
import {harmless} from './harmless.ts'
import {columns} from './terminal/columns.ts'

/** How many lines of calls are shown; `--json` has them all. */
const shownCalls = 40
const shownActions = 6

export function estimateJson(estimate: Estimate): EstimateJson {
  return {schemaVersion: '1.0', ...estimate}
}

/** What a scan would call, the most calls first. */
export function* renderEstimate(estimate: Estimate, {width}: FormatOptions): Generator<string> {
  const {accounts, places, types, declared, calls, leastSeconds, leastUsd, mostReread, unknown} = estimate
  yield `${counted(accounts, 'account')}, ${counted(places, 'place')}, ${counted(types, 'type')}, ${counted(declared, 'declared object')}`
  yield ''
  const most = calls.toSorted((a, b) => b.atLeast - a.atLeast)
  const head = ['account', 'region', 'calls', 'API', 'limit']
  const rows = most.slice(0, shownCalls).map((call) => rowOf(call))
  yield* columns([head, ...rows], {width, indent: '  ', right: [2]})
  if (most.length > shownCalls) yield `  … ${counted(most.length - shownCalls, 'more line')}, all of them with --json`
  yield ''
  yield `${rangeText(estimate)} calls; the published limits make them last ${durationText(leastSeconds)} or more`
  yield `USD ${leastUsd} for the calls that AWS bills, or more; all others are free of charge`
  if (mostReread > 0) {
    yield `what differs in a recording is looked at once more, ${counted(mostReread, 'object')} at most: these calls come on top`
  }
  yield* openEnds(calls)
  for (const {account, detail} of unknown) yield `? account ${account}: ${harmless(detail)}`
}

/** Why there is no most of some APIs, each once. */
function* openEnds(calls: readonly CallEstimate[]): Generator<string> {
  for (const [open, alike] of Map.groupBy(calls, (call) => call.open)) {
    if (open === undefined) continue
    const actions = [...new Set(alike.map(({action}) => action))].toSorted()
    const shown = actions.slice(0, shownActions).join(', ')
    const more = actions.length > shownActions ? ` and ${actions.length - shownActions} more` : ''
    yield `+ ${harmless(shown)}${more}: ${reasons[open]}`
  }
}

const reasons: Readonly<Record<OpenEnd, string>> = {
  'lists-undeclared':
    'what nobody declared is listed too, a page for a hundred objects or fewer; nobody tells how many there are',
  'lists-tagged': 'a page for a hundred objects that have tags, whatever their type',
  'lists-and-completes':
    'lists of all there is, a page for up to a thousand objects, then up to a few calls for each declared object that a list shows in part',
}

function rowOf(call: CallEstimate): readonly string[] {
  const {account, region, action, callsPerSecond} = call
  const limit = callsPerSecond === undefined ? '' : `${callsPerSecond} a second`
  return [harmless(account), harmless(region), rangeText(call), harmless(action), limit]
}

/** `12`, `3-7`, or `12+` where pages are not known before they are listed. */
function rangeText({atLeast, atMost}: {readonly atLeast: number; readonly atMost?: number}): string {
  if (atMost === undefined) return `${countText(atLeast)}+`
  return atMost === atLeast ? countText(atLeast) : `${countText(atLeast)}-${countText(atMost)}`
}

function durationText(seconds: number): string {
  if (seconds < 60) return counted(seconds, 'second')
  return counted(Math.ceil(seconds / 60), 'minute')
}
