import {canonicalJson, isArray, isRecord, type Json} from '../../model/value.ts'
import {byForm} from './normalizer.ts'

/** The roles that a database uses: the cluster's own resource lists their ARNs, AWS adds what each is for (`FeatureName`). */
export const roleArns = byForm((roles) => (isArray(roles) ? roles.map(arnOf).toSorted() : roles))

function arnOf(role: Json): string {
  return canonicalJson(isRecord(role) ? (role['RoleArn'] ?? null) : role)
}
