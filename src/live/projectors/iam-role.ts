import {recordAt, said, textAt} from './document.ts'
import {attachedPolicies, inlinePolicies, policyDocument} from './iam-documents.ts'
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
    AssumeRolePolicyDocument: policyDocument(role['assumeRolePolicyDocument']),
    ManagedPolicyArns: attachedPolicies(role),
    Path: role['path'],
    PermissionsBoundary: recordAt(role, 'permissionsBoundary')['permissionsBoundaryArn'],
    Policies: inlinePolicies(role, 'rolePolicyList'),
    RoleId: role['roleId'],
    RoleName: name,
  })
}
