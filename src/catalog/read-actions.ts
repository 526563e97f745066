/** By the verbs that AWS names reading by; some services put who asks before it (`cognito-idp:AdminGetUser`). */
const reads = /^[a-z0-9-]+:(?:Admin|Gateway)?(?:Get|List|Describe|BatchGet|BatchDescribe|Search|View|GET$|Scan)/i

/** Reads of what objects hold, not of what they are: contents of buckets and tables, values of secrets. */
const contents =
  /^(?:s3:GetObject(?:Version)?|secretsmanager:GetSecretValue|dynamodb:(?:GetItem|Query|Scan)|cassandra:Select.*|lakeformation:GetDataAccess)$/i

/**
 * Whether an action does nothing but read, and nothing but settings. Schemas of CloudFormation name others as well under `read` and
 * `list`, `wafv2:DisassociateWebACL` or `kms:Decrypt`: what one of them is needed for all the same is a gap, which names it.
 */
export function onlyReads(action: string): boolean {
  return reads.test(action) && !contents.test(action)
}
