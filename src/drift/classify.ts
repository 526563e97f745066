import type {Catalog} from '../catalog/catalog.ts'
import type {JoinedObject} from '../join/joined.ts'
import {fingerprintOf, type Finding} from '../model/finding.ts'
import type {ObjectFinder} from './object-finder.ts'
import {ownerOf} from './owners.ts'
import {subjectOf} from '../join/subject.ts'

export interface ClassifyContext {
  readonly find: ObjectFinder
  readonly catalog: Catalog
}

/** A live object that no state declares: unmanaged, or owned by something else, which is named. */
export function classify(object: JoinedObject, context: ClassifyContext): Finding | undefined {
  const {live, scope} = object
  if (!live || live.deleting !== undefined || scope?.declaredOnly) return undefined
  const subject = subjectOf(object, context.catalog)
  const confidence = context.catalog.creator(object.type)?.confidence ?? 'derived'
  const owner = ownerOf(live, context)
  const detail = owner ? ({code: 'owned-elsewhere', ...owner} as const) : ({code: 'unmanaged'} as const)
  return {...detail, severity: owner ? 'info' : 'low', confidence, subject, fingerprint: fingerprintOf(detail, subject)}
}
