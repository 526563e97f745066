import {parseDocument} from '../../catalog/normalizers/json-text.ts'
import {isArray, type Json} from '../../model/value.ts'
import {recordsAt, said} from './document.ts'
import type {JsonRecord} from './projector.ts'

/** URL-encoded text in newer items, an object or a list of one in older ones. */
export function policyDocument(value: Json | undefined): Json | undefined {
  if (value === undefined) return undefined
  const document = parseDocument(value)
  return isArray(document) ? parseDocument(document[0] ?? null) : document
}

/** The inline policies of a role, user or group. */
export function inlinePolicies(holder: JsonRecord, list: string): readonly JsonRecord[] {
  return recordsAt(holder, list).map((policy) =>
    said({PolicyName: policy['policyName'], PolicyDocument: policyDocument(policy['policyDocument'])}),
  )
}

/** ARNs of the managed policies of a role, user or group. */
export function attachedPolicies(holder: JsonRecord): readonly Json[] {
  return recordsAt(holder, 'attachedManagedPolicies').map(({policyArn}) => policyArn ?? null)
}
