import type {Value} from '../model/value.ts'
import type {ProjectedProperty} from './entry.ts'

/**
 * The access control list of a bucket, in the form of GetBucketAcl: `{Owner, Grants}`. CloudFormation's `AccessControl` names a canned
 * list and is write-only.
 */
export function accessControlPolicy(value: Value, attribute: string): ProjectedProperty {
  return {path: 'AccessControlPolicy', value, attribute, as: 'bucketAcl', default: 'private'}
}
