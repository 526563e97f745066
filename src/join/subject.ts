import type {Catalog} from '../catalog/catalog.ts'
import type {Subject} from '../model/finding.ts'
import type {DeclaredResource} from '../model/declared.ts'
import type {JoinedObject, Share} from './joined.ts'
import {parseArn} from '../model/arn.ts'

/** What a finding about this object is about: the resource that declares it where there is one. */
export function subjectOf(
  object: JoinedObject,
  catalog: Pick<Catalog, 'creator'>,
  resource?: DeclaredResource,
): Subject {
  const arn = object.live?.arn ?? ownArn(object, catalog, resource)
  const type = resource?.type ?? catalog.creator(object.type)?.type
  const name = object.live?.name
  return {
    ...(resource === undefined ? {} : {address: resource.address}),
    ...(type === undefined ? {} : {type}),
    objectType: object.type,
    id: object.id,
    ...(name === undefined ? {} : {name}),
    ...(arn === undefined ? {} : {arn}),
    location: object.location,
  }
}

/** The ARN that the creating resource's state holds, for an object that is not live. */
function ownArn(
  object: JoinedObject,
  catalog: Pick<Catalog, 'creator'>,
  resource: DeclaredResource | undefined,
): string | undefined {
  if (resource === undefined || catalog.creator(object.type)?.type !== resource.type) return undefined
  const {arn} = resource.attributes
  return typeof arn === 'string' && parseArn(arn) ? arn : undefined
}

/** The share of the resource that declares the object as a whole, not a part of it. */
export function mainShare({shares}: JoinedObject): Share | undefined {
  return shares.find(isMainShare)
}

export function isMainShare({projection, entry}: Share): boolean {
  return projection === 'table' && entry.role === 'object'
}
