import {globSync, readFileSync} from 'node:fs'
import {basename} from 'node:path'

import type {LiveObject} from '../../../src/model/live.ts'
import type {Location} from '../../../src/model/location.ts'
import type {ValueRecord} from '../../../src/model/value.ts'
import {frankfurt} from '../fake-session.ts'
import type {Recording} from './replay.ts'

/** `fixtures/live/service/*.json`: what a service answers, and the canonical objects that this means. */
export interface ServiceFixture {
  readonly name: string
  readonly type: string
  readonly account?: string
  readonly region?: string
  /** Read one by one even though the type can be listed. */
  readonly declaredIds?: readonly string[]
  readonly answers: Recording
  readonly objects: readonly Partial<LiveObject>[]
  readonly unread?: readonly string[]
  /** What a state records of the same objects: resources, or the folder of `fixtures/types` that has the state. */
  readonly declared?: readonly RecordedResource[] | string
}

export interface RecordedResource {
  readonly type: string
  readonly name: string
  readonly attributes: ValueRecord
}

export const serviceFixtures: readonly ServiceFixture[] = globSync('fixtures/live/service/*.json')
  .toSorted()
  .map((file) => ({...(JSON.parse(readFileSync(file, 'utf8')) as ServiceFixture), name: basename(file, '.json')}))

export function locationOf({account = frankfurt.account, region = frankfurt.region}: ServiceFixture): Location {
  return {...frankfurt, account, region}
}

/** The SDK gives times as dates; fixtures mark them, as some services have texts that look alike. */
export function dated(recording: Recording): Recording {
  return JSON.parse(JSON.stringify(recording), time) as Recording
}

function time(_: string, value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('@20') ? new Date(value.slice(1)) : value
}
