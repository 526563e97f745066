import {isRecord, type Json} from '../../model/value.ts'
import {iamPolicy} from './iam-policy.ts'
import type {ComparisonContext} from './normalizer.ts'

/**
 * One inline policy of a role, `{PolicyName, PolicyDocument}`: the same name, and documents that AWS evaluates alike. A side that
 * only names the policy (aws_iam_role_policies_exclusive) says nothing of its document.
 */
export function inlinePolicy(declared: Json, live: Json, context: ComparisonContext): boolean {
  if (!isRecord(declared) || !isRecord(live) || declared['PolicyName'] !== live['PolicyName']) return false
  const [mine, theirs] = [declared['PolicyDocument'], live['PolicyDocument']]
  return mine === undefined || theirs === undefined || iamPolicy(mine, theirs, context)
}
