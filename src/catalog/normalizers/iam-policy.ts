import {parseArn} from '../../model/arn.ts'
import {canonicalJson, isArray, isRecord, type Json} from '../../model/value.ts'
import {scalarsAsText} from './exact.ts'
import {parseDocument} from './json-text.ts'
import {byDocumentForm} from './normalizer.ts'

/**
 * Two policy documents that AWS evaluates alike: identity, resource, trust and boundary policies. What may differ without any
 * change of rights is in https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html: the order and repetition
 * of statements and values, one value or a list of one, the letters of actions and condition keys, an account and its root.
 */
export const iamPolicy = byDocumentForm(policyForm)

type JsonObject = {readonly [key: string]: Json}

function policyForm(document: Json): Json {
  // Older Config items and the policy equivalence library of Terraform hold a list of one document.
  if (isArray(document) && document.length === 1) return policyForm(parseDocument(document[0] ?? null))
  if (document === '') return policyForm({})
  if (!isJsonObject(document)) return scalarsAsText(document)
  const {Version, Id, Statement, ...rest} = document
  return {
    ...present(rest),
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html: the default.
    Version: Version ?? '2008-10-17',
    ...(Id ? {Id} : {}),
    Statement: unique(listOf(Statement).map(statementForm)),
  }
}

function statementForm(statement: Json): Json {
  if (!isJsonObject(statement)) return statement
  const forResource = 'Resource' in statement || 'NotResource' in statement
  const elements = Object.entries(present(statement)).map(([name, value]) => [
    name,
    elementForm(name, value, forResource),
  ])
  return Object.fromEntries(elements.filter(([, value]) => value !== undefined))
}

/** @param forResource the statement names resources, so its principals are those of a resource policy, not of a trust policy */
function elementForm(name: string, value: Json, forResource: boolean): Json | undefined {
  switch (name) {
    case 'Sid':
      return sidForm(value)
    case 'Action':
    case 'NotAction':
      return unique(texts(value).map((action) => action.toLowerCase()))
    case 'Resource':
    case 'NotResource':
      return unique(texts(value))
    case 'Principal':
    case 'NotPrincipal':
      return principalForm(value, forResource)
    case 'Condition':
      return conditionForm(value)
    default:
      return scalarsAsText(value)
  }
}

/** A label without effect; AWS drops empty ones, and services number statements that came without one. */
function sidForm(sid: Json): Json | undefined {
  return typeof sid === 'string' && /^\d*$/.test(sid) ? undefined : sid
}

/**
 * `"*"` and `{"AWS": "*"}` are equivalent in resource policies, but not in trust policies
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html, and the note in the documentation of
 * the provider's data source aws_iam_policy_document).
 */
function principalForm(principal: Json, forResource: boolean): Json {
  if (principal === '*') return forResource ? {AWS: ['*']} : '*'
  if (!isJsonObject(principal)) return scalarsAsText(principal)
  const kinds = Object.entries(principal).map(([kind, ids]): [string, Json] => [
    kind,
    unique(texts(ids).map(principalId)),
  ])
  return Object.fromEntries(kinds.filter(([, ids]) => isArray(ids) && ids.length > 0))
}

/**
 * AWS turns an account number into the ARN of its root. The partition is dropped with it: a policy can only name principals of its
 * own. A deleted principal shows as its unique id (AIDA..., AROA...), which equals nothing else: the ARN no longer grants anything.
 */
function principalId(id: string): string {
  const arn = parseArn(id)
  return arn?.service === 'iam' && arn.resource === 'root' ? (arn.account ?? id) : id
}

/** Operators, keys (in any case) and the values of each; pairs instead of an object, so that no key can hide another. */
function conditionForm(condition: Json): Json | undefined {
  if (!isJsonObject(condition)) return scalarsAsText(condition)
  const tests = Object.entries(condition).flatMap(([operator, keys]) =>
    isJsonObject(keys)
      ? Object.entries(present(keys)).map(([key, values]): Json => [operator, key.toLowerCase(), unique(texts(values))])
      : [[operator, scalarsAsText(keys)]],
  )
  return tests.length === 0 ? undefined : unique(tests)
}

function present(record: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null))
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return []
  return isArray(value) ? value : [value]
}

function texts(value: Json): readonly string[] {
  return listOf(value).map((item) => (typeof item === 'object' ? canonicalJson(item) : String(item)))
}

/** Sorted, without repetitions. */
function unique(values: readonly Json[]): readonly Json[] {
  const byText = new Map(values.map((value) => [canonicalJson(value), value]))
  return [...byText.keys()].toSorted().map((text) => byText.get(text) ?? null)
}

function isJsonObject(value: Json): value is JsonObject {
  return isRecord(value)
}
