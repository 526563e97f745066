import type {Value, ValueRecord} from '../model/value.ts'
import {blockOf, blocksOf, declared} from './blocks.ts'
import type {TerraformType} from './entry.ts'
import {accessControlPolicy} from './s3-bucket-access.ts'
import {bucketPart, bucketPartAttributes, onBucket} from './s3-bucket-part.ts'

export const entry = {
  ...bucketPart,
  type: 'aws_s3_bucket_acl',
  attributes: {
    ...bucketPartAttributes,
    acl: {custom: 'AccessControlPolicy, where a canned list is declared'},
    access_control_policy: {custom: 'AccessControlPolicy; the provider records it beside a canned list, too'},
  },
  project({attributes}, own) {
    const {acl, access_control_policy: policy} = attributes
    if (typeof acl === 'string' && acl !== '') return onBucket(own, {properties: [accessControlPolicy(acl, 'acl')]})
    const owner = blockOf(blockOf(policy)['owner'])
    const Grants = blocksOf(blockOf(policy)['grant']).map(grant)
    if (Grants.length === 0) return []
    const value: Value = {Owner: declared({ID: owner['id']}), Grants}
    return onBucket(own, {properties: [accessControlPolicy(value, 'access_control_policy')]})
  },
} satisfies TerraformType

function grant({grantee, permission}: ValueRecord): ValueRecord {
  const {id, uri, email_address: email} = blockOf(grantee)
  return {Grantee: declared({ID: id, URI: uri, EmailAddress: email}), Permission: permission ?? null}
}
