import {credentialsOf} from '../../aws/session.ts'
import type {BillAccess} from '../s3/access.ts'

/** Settings of clients of the account and region that has the bill: those of the environment or the profile where nothing else is said. */
export async function billClientSettings({profile, roles, externalId, region}: BillAccess) {
  const shared = {
    ...(profile !== undefined && {profile}),
    ...(region !== undefined && {region}),
  }
  const request = {
    ...shared,
    ...(roles !== undefined && {roles}),
    ...(externalId !== undefined && {externalId}),
  }
  return {...shared, credentials: await credentialsOf(request)}
}
