import type {Catalog} from '../catalog/catalog.ts'
import {isTaggable} from '../catalog/taggable.ts'
import type {JoinedObject} from '../join/joined.ts'
import {mainShare} from '../join/subject.ts'
import type {LiveObject} from '../model/live.ts'

/** Whether AWS lets anyone tag the object; `unknown` for types that neither the catalogue nor a tag on the object tells of. */
export function taggability(object: JoinedObject, catalog: Pick<Catalog, 'creator'>): 'yes' | 'no' | 'unknown' {
  const {live, shares} = object
  if (live && (keptByAws(live) || (shares.length === 0 && isDefaultNetwork(live)))) return 'no'
  const entry = mainShare(object)?.entry ?? catalog.creator(object.type)
  if (entry) return entry.tags !== 'none' && isTaggable(entry.type) ? 'yes' : 'no'
  return Object.keys(live?.tags ?? {}).length > 0 ? 'yes' : 'unknown'
}

/**
 * AWS managed policies live in no customer's account, AWS managed keys cannot be tagged
 * (https://docs.aws.amazon.com/kms/latest/APIReference/API_TagResource.html), service-linked roles are made and changed by their
 * service (https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html; that they are not for customers to tag is
 * a reading of that page).
 */
function keptByAws({type, arn, properties}: LiveObject): boolean {
  if (type === 'AWS::IAM::ManagedPolicy') return arn?.includes(':iam::aws:') ?? false
  if (type === 'AWS::KMS::Key') return properties['KeyManager'] === 'AWS'
  const path = properties['Path']
  return type === 'AWS::IAM::Role' && typeof path === 'string' && path.startsWith('/aws-service-role/')
}

/**
 * The VPC that comes with every region, its subnets, and the group that comes with every VPC: made by nobody, and free of charge
 * (https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html). Whoever declares them has them checked.
 */
function isDefaultNetwork({type, properties}: LiveObject): boolean {
  if (type === 'AWS::EC2::SecurityGroup') return properties['GroupName'] === 'default'
  return properties['IsDefault'] === true || properties['DefaultForAz'] === true
}
