import {compareText} from '../model/finding.ts'
import type {ReaderName, ReadScope} from '../model/live.ts'
import type {ReaderShare} from '../model/report.ts'
import type {LiveIndex} from './live-index.ts'

const examplesShown = 3

/** Who gave how much of the live side, and why it was them; the one that gave most comes first. */
export function readerShares(live: LiveIndex): readonly ReaderShare[] {
  const counts = new Map<ReaderName, Count>()
  const countOf = (reader: ReaderName): Count => {
    const count = counts.get(reader) ?? {objects: 0, oldest: undefined, newest: undefined}
    counts.set(reader, count)
    return count
  }
  for (const {reader, capturedAt} of live.objects()) add(countOf(reader), capturedAt)
  if (live.tagCount > 0) countOf('tagging').objects = live.tagCount
  const scopes = Map.groupBy(live.scopes, ({reader}) => reader)
  for (const reader of scopes.keys()) countOf(reader)
  return [...counts]
    .map(([reader, count]) => shareOf(reader, count, scopes.get(reader) ?? []))
    .toSorted((a, b) => rank(a) - rank(b) || b.objects - a.objects || compareText(a.reader, b.reader))
}

interface Count {
  objects: number
  oldest: string | undefined
  newest: string | undefined
}

function add(count: Count, time: string | undefined): void {
  count.objects += 1
  if (time === undefined) return
  if (count.oldest === undefined || time < count.oldest) count.oldest = time
  if (count.newest === undefined || time > count.newest) count.newest = time
}

function rank({reader}: ReaderShare): number {
  return reader === 'tagging' ? 1 : 0
}

function shareOf(reader: ReaderName, {objects, oldest, newest}: Count, scopes: readonly ReadScope[]): ReaderShare {
  return {
    reader,
    objects,
    types: new Set(scopes.map(({type}) => type)).size,
    ...(oldest === undefined ? {} : {oldest}),
    ...(newest === undefined ? {} : {newest}),
    reasons: reasonsOf(scopes),
  }
}

function reasonsOf(scopes: readonly ReadScope[]): ReaderShare['reasons'] {
  const given = scopes.filter(({because}) => because !== undefined)
  return [...Map.groupBy(given, ({because = ''}) => because)]
    .map(([because, of]) => ({because, count: of.length, examples: examplesOf(of)}))
    .toSorted((a, b) => b.count - a.count || compareText(a.because, b.because))
}

function examplesOf(scopes: readonly ReadScope[]): readonly string[] {
  const places = scopes.map(({type, location: {account, region}}) => `${type} in ${account} ${region}`)
  return places.toSorted(compareText).slice(0, examplesShown)
}
