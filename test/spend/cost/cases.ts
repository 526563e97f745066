import type {JoinedObject} from '../../../src/join/joined.ts'
import {fingerprintOf, type Finding} from '../../../src/model/finding.ts'
import type {LiveObject} from '../../../src/model/live.ts'
import type {Value, ValueRecord} from '../../../src/model/value.ts'

export interface CaseObject {
  readonly type: string
  readonly id: string
  readonly region?: string
  readonly properties: ValueRecord
  readonly deleting?: string
}

export interface CaseFinding {
  readonly code: string
  readonly path?: string
  readonly before?: Value
  readonly after?: Value
}

/** One object, what is found of it, and what each finding costs. */
export interface CostCase {
  readonly about: string
  readonly object: CaseObject
  /** As Terraform declares it, where it is missing. */
  readonly declared?: ValueRecord
  readonly others?: readonly CaseObject[]
  readonly findings: readonly CaseFinding[]
  readonly usage?: {readonly invocations: string; readonly duration: string}
  readonly expected: readonly unknown[]
}

function liveObject({type, id, region = 'us-east-1', properties, deleting}: CaseObject): LiveObject {
  const location = {partition: 'aws', account: '123456789012', region}
  return {type, id, location, properties, reader: 'service', ...(deleting !== undefined && {deleting})}
}

export function joinedObject(object: CaseObject, isThere = true): JoinedObject {
  const live = liveObject(object)
  const {type, id, location} = live
  return {type, id, location, shares: [], ...(isThere && {live})}
}

export function caseFinding({type, id, region = 'us-east-1'}: CaseObject, found: CaseFinding): Finding {
  const subject = {objectType: type, id, location: {partition: 'aws', account: '123456789012', region}}
  const detail = found as unknown as Finding
  return {...detail, severity: 'medium', confidence: 'curated', subject, fingerprint: fingerprintOf(detail, subject)}
}
