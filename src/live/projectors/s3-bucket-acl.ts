import type {Json} from '../../model/value.ts'
import {recordAt, recordsAt, said} from './document.ts'
import type {JsonRecord} from './projector.ts'

const groups: Readonly<Record<string, string>> = {
  AllUsers: 'http://acs.amazonaws.com/groups/global/AllUsers',
  AuthenticatedUsers: 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers',
  LogDelivery: 'http://acs.amazonaws.com/groups/s3/LogDelivery',
}

const permissions: Readonly<Record<string, string>> = {
  FullControl: 'FULL_CONTROL',
  Read: 'READ',
  ReadAcp: 'READ_ACP',
  Write: 'WRITE',
  WriteAcp: 'WRITE_ACP',
}

/** `{Owner, Grants}` as GetBucketAcl answers it, from the names of the Java SDK's enumerations. */
export function accessControlPolicy(acl: JsonRecord): JsonRecord | undefined {
  const owner = recordAt(acl, 'owner')['id']
  if (owner === undefined) return undefined
  const grants = recordsAt(acl, 'grantList').map(({grantee, permission}) => ({
    Grantee: granteeOf(grantee),
    Permission: (typeof permission === 'string' && permissions[permission]) || (permission ?? null),
  }))
  return {Owner: {ID: owner}, Grants: grants}
}

/** A group by its name, an account by its canonical id. */
function granteeOf(grantee: Json | undefined): JsonRecord {
  if (typeof grantee === 'string') return {URI: groups[grantee] ?? grantee}
  const account = recordAt({grantee: grantee ?? null}, 'grantee')
  return said({ID: account['id'], URI: account['uri'], EmailAddress: account['emailAddress']})
}
