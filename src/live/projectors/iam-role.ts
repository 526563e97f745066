import {parseDocument} from '../../catalog/normalizers/json-text.ts'
import type {Json} from '../../model/value.ts'
import {recordAt, recordsAt, said, textAt} from './document.ts'
import type {JsonRecord, Projector} from './projector.ts'

/**
 * The role of GetAccountAuthorizationDetails, which is what AWS Config keeps: without description and session duration
 * (https://github.com/awslabs/aws-config-resource-schema, AWS::IAM::Role).
 */
export const iamRole: Projector = {
  objectType: 'AWS::IAM::Role',
  sees: [
    'Arn',
    'AssumeRolePolicyDocument',
    'ManagedPolicyArns',
    'Path',
    'PermissionsBoundary',
    'Policies',
    'RoleId',
    'RoleName',
  ],
  project({configuration: role, resourceName, arn}) {
    const name = textAt(role, 'roleName') ?? resourceName ?? ''
    const roleArn = textAt(role, 'arn') ?? arn
    const createdAt = textAt(role, 'createDate')
    return {
      id: name,
      name,
      properties: properties(role, name, roleArn),
      ...(roleArn === undefined ? {} : {arn: roleArn}),
      ...(createdAt === undefined ? {} : {createdAt}),
    }
  },
}

function properties(role: JsonRecord, name: string, arn: string | undefined): JsonRecord {
  return said({
    Arn: arn,
    AssumeRolePolicyDocument: document(role['assumeRolePolicyDocument']),
    ManagedPolicyArns: recordsAt(role, 'attachedManagedPolicies').map(({policyArn}) => policyArn ?? null),
    Path: role['path'],
    PermissionsBoundary: recordAt(role, 'permissionsBoundary')['permissionsBoundaryArn'],
    Policies: recordsAt(role, 'rolePolicyList').map(inlinePolicy),
    RoleId: role['roleId'],
    RoleName: name,
  })
}

function inlinePolicy({policyName, policyDocument}: JsonRecord): JsonRecord {
  return said({PolicyName: policyName, PolicyDocument: document(policyDocument)})
}

/** URL-encoded text in newer items, an object in older ones. */
function document(value: Json | undefined): Json | undefined {
  return value === undefined ? undefined : parseDocument(value)
}
