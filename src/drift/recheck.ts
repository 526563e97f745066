import type {Catalog} from '../catalog/catalog.ts'
import {ByTypeAndId} from '../join/by-type-and-id.ts'
import type {JoinedObject} from '../join/joined.ts'
import {compatible} from '../join/live-index.ts'
import type {Finding} from '../model/finding.ts'
import type {LiveObject, ReaderName, ReadScope} from '../model/live.ts'
import {keysOf} from '../model/path.ts'
import type {ValueRecord} from '../model/value.ts'
import {visibilityOf} from './visibility.ts'

/** An object that differs as somebody recorded it, which may no longer be so. */
export interface Suspect {
  readonly object: JoinedObject
  /** Its properties that differ; none where all of it seems to be missing. */
  readonly names: ReadonlySet<string>
  /** The recording may be a day old. */
  readonly stale: boolean
}

/** What a fresh read of a suspect gave: the object, or the scope that says that it is not there. */
export interface Answer {
  readonly live?: LiveObject
  readonly scope: ReadScope
}

/**
 * Objects whose findings rest on a recording of AWS Config that is not known to be newer than the state.
 *
 * @param writtenAt when each state was written, by its name
 */
export function suspectsIn(
  objects: readonly JoinedObject[],
  findings: readonly Finding[],
  catalog: Catalog,
  writtenAt: ReadonlyMap<string, string>,
): readonly Suspect[] {
  const suspected = new SuspectedNames(findings, catalog)
  return objects.flatMap((object) => {
    const reader = object.live?.reader ?? object.scope?.reader
    const names = recorders.has(reader) && object.shares.length > 0 ? suspected.of(object) : undefined
    const age = names && ageOf(object, writtenAt)
    return names && age !== 'newer' ? [{object, names, stale: age === 'stale'}] : []
  })
}

const recorders: ReadonlySet<ReaderName | undefined> = new Set<ReaderName>(['config', 'config-aggregator'])

/** By object, the names of properties that findings are about. */
class SuspectedNames {
  readonly #entries = new ByTypeAndId<{readonly subject: Finding['subject']; readonly names: Set<string>}[]>()

  constructor(findings: readonly Finding[], catalog: Catalog) {
    for (const finding of findings) {
      const {objectType, id} = finding.subject
      const name = nameIn(finding, catalog)
      if (objectType === undefined || id === undefined || name === undefined) continue
      const alike = this.#entries.get(objectType, id)
      const entry = {subject: finding.subject, names: new Set(name === '' ? [] : [name])}
      if (alike) alike.push(entry)
      else this.#entries.set(objectType, id, [entry])
    }
  }

  of({type, id, location}: JoinedObject): ReadonlySet<string> | undefined {
    const here = this.#entries.get(type, id)?.filter(({subject}) => compatible(subject.location ?? {}, location)) ?? []
    return here.length === 0 ? undefined : new Set(here.flatMap(({names}) => [...names]))
  }
}

/** The property that a finding of drift is about, '' for the whole object; undefined where no recording is to blame. */
function nameIn(finding: Finding, catalog: Catalog): string | undefined {
  if (finding.code === 'missing') {
    return finding.subject.type === undefined ? '' : (catalog.entry(finding.subject.type)?.presence ?? '')
  }
  if (!('path' in finding) || finding.code === 'controlled') return undefined
  const name = topOf(finding.path)
  // Tags are the Tagging API's, which are current.
  return name === 'Tags' ? undefined : name
}

/**
 * A recording of after the state was written is newer than what it is compared with. One of before proves nothing either way: a file may
 * have been copied since, and what has not changed is not recorded again.
 */
function ageOf(
  {live, scope, shares}: JoinedObject,
  writtenAt: ReadonlyMap<string, string>,
): 'stale' | 'newer' | 'unknown' {
  if (scope?.daily) return 'stale'
  const capturedAt = live?.capturedAt
  if (capturedAt === undefined) return 'unknown'
  const isNewer = (time: string | undefined) => time !== undefined && time <= capturedAt
  return shares.every(({resource}) => isNewer(writtenAt.get(resource.source.file))) ? 'newer' : 'unknown'
}

/** A suspect as the fresh read shows it. */
export interface Rechecked {
  readonly object: JoinedObject
  /** Whether the fresh read says how a property is that was in question; undefined for one that was not. */
  readonly shows: (path: string) => boolean | undefined
}

/**
 * Only the properties in question are taken from the fresh read: the rest agreed before, and readers differ in what they leave out.
 * What was thought missing and is there is taken whole.
 */
export function recheck({object, names}: Suspect, {live: fresh, scope}: Answer, catalog: Catalog): Rechecked {
  const {live, ...rest} = object
  if (!live) return {object: {...rest, scope, ...(fresh ? {live: fresh} : {})}, shows: () => undefined}
  if (!fresh) return {object: {...rest, scope}, shows: () => undefined}
  const sees = visibilityOf(scope, fresh.unseen, catalog.shape(object.type))
  const seen = [...names].filter((name) => sees(name))
  const {capturedAt, ...known} = live
  const when = fresh.capturedAt ?? capturedAt
  const properties = replaced(live.properties, fresh.properties, seen)
  const shows = (path: string) => (names.has(topOf(path)) ? sees(path) : undefined)
  return {object: {...object, live: {...known, properties, ...(when === undefined ? {} : {capturedAt: when})}}, shows}
}

function topOf(path: string): string {
  return (keysOf(path)[0] ?? '').replace(/\[.*$/, '')
}

function replaced(old: ValueRecord, fresh: ValueRecord, names: readonly string[]): ValueRecord {
  const kept = Object.entries(old).filter(([name]) => !names.includes(name))
  const taken = names.flatMap((name) => (name in fresh ? [[name, fresh[name]]] : []))
  return Object.fromEntries([...kept, ...taken]) as ValueRecord
}
