import {parseArn} from '../model/arn.ts'
import {isArray, isRecord, type Json, type Value} from '../model/value.ts'

/**
 * A permission of a function in the shape of AWS::Lambda::Permission, with the statement id as `Id`
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html). Its collection,
 * `Permissions`, is no property of AWS::Lambda::Function: CloudFormation makes each statement of the function's policy an object.
 */
export type FunctionPermission = {readonly [member: string]: Value}

/** An account and its root are the same principal: AWS turns the one into the other. */
export function principalOf(principal: Value): Value {
  const arn = parseArn(principal)
  return arn?.service === 'iam' && arn.resource === 'root' && arn.account !== undefined ? arn.account : principal
}

/** What conditions say in a policy, by the argument of AddPermission that writes them. */
const conditions: Readonly<Record<string, string>> = {
  'aws:sourcearn': 'SourceArn',
  'aws:sourceaccount': 'SourceAccount',
  'aws:principalorgid': 'PrincipalOrgID',
  'lambda:eventsourcetoken': 'EventSourceToken',
  'lambda:functionurlauthtype': 'FunctionUrlAuthType',
  'lambda:invokedviafunctionurl': 'InvokedViaFunctionUrl',
}

/** The statements of a function's policy. */
export function permissionsOf(policy: Json): readonly FunctionPermission[] {
  const statements = isRecord(policy) ? policy['Statement'] : undefined
  return (isArray(statements) ? statements : [statements]).filter((item) => isRecord(item)).map(permissionOf)
}

function permissionOf(statement: {readonly [key: string]: Json}): FunctionPermission {
  const {Sid, Effect, Action, Principal, Condition} = statement
  return {
    ...(Sid === undefined ? {} : {Id: Sid}),
    // Only AddPermission writes such policies; a statement that denies would be news.
    ...(Effect === 'Allow' || Effect === undefined ? {} : {Effect}),
    ...(Action === undefined ? {} : {Action: only(Action)}),
    ...(Principal === undefined ? {} : {Principal: principalOf(principalName(Principal))}),
    ...conditionMembers(Condition),
  }
}

function principalName(principal: Json): Json {
  const values = isRecord(principal) ? Object.values(principal) : [principal]
  return values.length === 1 ? only(values[0] ?? null) : principal
}

function conditionMembers(condition: Json | undefined): FunctionPermission {
  if (!isRecord(condition)) return {}
  const tests = Object.values(condition).flatMap((keys) => (isRecord(keys) ? Object.entries(keys) : []))
  return Object.fromEntries(tests.map(([key, value]) => [conditions[key.toLowerCase()] ?? key, only(value)]))
}

function only(value: Json): Json {
  return isArray(value) && value.length === 1 ? (value[0] ?? null) : value
}
