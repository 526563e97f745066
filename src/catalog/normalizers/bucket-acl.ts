import {isArray, isRecord, type Json} from '../../model/value.ts'
import type {Normalizer} from './normalizer.ts'

const groups = 'http://acs.amazonaws.com/groups'
const everyone = `${groups}/global/AllUsers`
const authenticated = `${groups}/global/AuthenticatedUsers`
const logDelivery = `${groups}/s3/LogDelivery`
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl: the owner has full control in each. */
const cannedGrants: Readonly<Record<string, readonly string[]>> = {
  private: [],
  'public-read': [`${everyone} READ`],
  'public-read-write': [`${everyone} READ`, `${everyone} WRITE`],
  'authenticated-read': [`${authenticated} READ`],
  'log-delivery-write': [`${logDelivery} WRITE`, `${logDelivery} READ_ACP`],
  // The canonical user of Amazon EC2, which reads AMI bundles.
  'aws-exec-read': ['6aa5a366c34c1cbe25dc49211496e913e0351eb0e8c37aa3477e40942ec6b97c READ'],
  // Of objects only; S3 ignores them when it creates a bucket.
  'bucket-owner-read': [],
  'bucket-owner-full-control': [],
}

type JsonRecord = {readonly [key: string]: Json}

/**
 * A bucket's access control list: `{Owner, Grants}` or the name of a canned list, which S3 turns into grants. What the owner is
 * granted counts as the owner's, whatever the canonical id.
 */
export const bucketAcl: Normalizer = (declared, live) => {
  const mine = grantsOf(declared, ownerOf(declared) ?? ownerOf(live))
  const theirs = grantsOf(live, ownerOf(live) ?? ownerOf(declared))
  return mine.length === theirs.length && mine.every((grant, index) => grant === theirs[index])
}

function ownerOf(acl: Json): Json | undefined {
  const owner = recordOf(acl)['Owner']
  return (owner === undefined ? undefined : recordOf(owner)['ID']) || undefined
}

/** `grantee permission`, sorted. */
function grantsOf(acl: Json, owner: Json | undefined): readonly string[] {
  if (typeof acl === 'string') return ['owner FULL_CONTROL', ...(cannedGrants[acl] ?? [`canned ${acl}`])].toSorted()
  const grants = recordOf(acl)['Grants']
  const texts = isArray(grants) ? grants.map((grant) => grantText(recordOf(grant), owner)) : []
  return [...new Set(texts)].toSorted()
}

function grantText({Grantee, Permission}: JsonRecord, owner: Json | undefined): string {
  const grantee = recordOf(Grantee ?? null)
  const id = grantee['ID'] || grantee['URI'] || grantee['EmailAddress'] || ''
  return `${id === owner ? 'owner' : JSON.stringify(id).slice(1, -1)} ${JSON.stringify(Permission).slice(1, -1)}`
}

function recordOf(value: Json): JsonRecord {
  return isRecord(value) ? value : {}
}
