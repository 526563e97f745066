import type {Failure} from '../aws/call.ts'
import type {LiveEvent, LivePage} from '../model/live.ts'
import type {LiveChoice} from './abilities.ts'
import type {Aggregator} from './config-aggregator/aggregator.ts'
import {interleave} from './interleave.ts'
import {pagesFrom} from './pages-from.ts'
import {placeGap} from './place-gap.ts'
import {openCopies} from './readers.ts'
import {readTypes} from './read-types.ts'
import type {ReadTarget} from './targets.ts'

const readingsAtOnce = 4

/**
 * An account that lets nobody in, as far as an aggregator has copies of it. What it lacks stays hidden by the failure: it is one gap of
 * the account, with what is declared of the types that were not read.
 */
export async function* readCopies(
  aggregator: Aggregator,
  targets: readonly ReadTarget[],
  choice: LiveChoice,
  {why, signal}: {readonly why: Failure; readonly signal: AbortSignal},
): AsyncGenerator<LivePage> {
  const sources = await openCopies(aggregator)
  const read = new Set<string>()
  const readings = targets.map((target) => () => readTypes({...target, signal}, choice, sources))
  const isTold = (event: LiveEvent): boolean => {
    if (event.kind === 'scope') read.add(`${event.scope.location.region} ${event.scope.type}`)
    if (event.kind !== 'gap') return true
    const {type, location} = event.gap
    // Of a type that was read all the same, or of one that the gap of the account is about.
    return type === undefined || location?.region === undefined || read.has(`${location.region} ${type}`)
  }
  yield* pagesFrom(interleave(readings, readingsAtOnce), (page) => page.filter(isTold))
  const left = targets.map(({location, types}) => ({
    location,
    types: types.filter(({type}) => !read.has(`${location.region} ${type}`)),
  }))
  const [{location: {partition, account}} = {location: {partition: '', account: ''}}] = targets
  if (left.some(({types}) => types.length > 0)) yield [placeGap(why, {partition, account}, left)]
}
