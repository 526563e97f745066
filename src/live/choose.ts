import type {ObjectType} from '../model/live.ts'
import type {Failure} from '../aws/call.ts'
import type {Ability, LiveChoice, ObjectReader} from './abilities.ts'
import type {BlindReaders} from './blind-readers.ts'
import {knownFaults} from './known-faults.ts'
import {readerNames} from '../model/reader-names.ts'

/** A reader that may answer, and why it is this one's turn. */
export interface Option {
  readonly reader: ObjectReader
  readonly because: string
}

/** A reader that does not, and why. */
export interface Refusal {
  readonly reader: ObjectReader
  readonly why: Failure
}

export interface Choice {
  /** In the order in which they are tried. */
  readonly options: readonly Option[]
  readonly refusals: readonly Refusal[]
}

/** A call of Config answers for a hundred objects whatever their type, one of a service for those of one type, one of Cloud Control for one. */
const order: readonly ObjectReader[] = ['config-aggregator', 'config', 'service', 'cloud-control']

/** `fresh`: whoever looks at the object itself, when it is asked. */
const allowed: Readonly<Record<LiveChoice | 'fresh', readonly ObjectReader[]>> = {
  auto: order,
  fresh: ['service', 'cloud-control'],
  config: ['config-aggregator', 'config'],
  service: ['service'],
  'cloud-control': ['cloud-control'],
}

/** Who may be asked at all. */
export function mayAnswer(reader: ObjectReader, choice: LiveChoice | 'fresh'): boolean {
  return allowed[choice].includes(reader)
}

/**
 * Who reads one type in one place. A recording that may be a day old is worth less than the answer of the service itself, and one
 * that is known to err on the type less than any other.
 */
export function choose(
  type: ObjectType,
  choice: LiveChoice | 'fresh',
  abilities: ReadonlyMap<ObjectReader, Ability>,
  blind: BlindReaders = new Map(),
): Choice {
  const candidates = allowed[choice].flatMap((reader, place) => {
    const ability = abilities.get(reader)
    return ability ? [candidate(reader, ability, place, faultOf(reader, type, blind))] : []
  })
  const able = candidates.filter(({why}) => why === undefined).toSorted((a, b) => a.rank - b.rank)
  return {
    options: able.map((one) => ({reader: one.reader, because: wordsFor(one, candidates, choice)})),
    refusals: candidates.flatMap(({reader, why}) => (why ? [{reader, why}] : [])),
  }
}

function faultOf(reader: ObjectReader, type: ObjectType, blind: BlindReaders): string | undefined {
  const unseen = blind.get(reader)
  return (
    knownFaults[reader]?.[type] ?? (unseen === undefined ? undefined : `${readerNames[reader]} does not show ${unseen}`)
  )
}

interface Candidate {
  readonly reader: ObjectReader
  /** In `order`, were it not for its age and faults. */
  readonly place: number
  readonly rank: number
  /** How it answers, or why it is not the first to be asked. */
  readonly text: string
  readonly because: string
  readonly why?: Failure
}

function candidate(reader: ObjectReader, ability: Ability, place: number, fault: string | undefined): Candidate {
  if (!ability.can) {
    const text = inside(ability.why.detail)
    return {reader, place, rank: Infinity, text, because: text, why: ability.why}
  }
  const {because, daily} = ability
  const rank = fault ? place + 2 * order.length : daily ? order.indexOf('service') + 0.5 : place
  return {reader, place, rank, text: fault ?? because, because}
}

/** A sentence in the middle of another. */
function inside(sentence: string): string {
  return sentence.replace(/\.$/, '').replace(/^(?:The|No|Nothing)\b/, (word) => word.toLowerCase())
}

function wordsFor(
  {place, rank, because}: Candidate,
  candidates: readonly Candidate[],
  choice: LiveChoice | 'fresh',
): string {
  if (choice === 'fresh') return because
  if (choice !== 'auto') return `${because}, asked for with --live`
  const passed = candidates.filter((other) => other.place < place && other.rank > rank)
  return [because, passed.map(({text}) => text).join('; ')].filter((text) => text !== '').join(': ')
}
