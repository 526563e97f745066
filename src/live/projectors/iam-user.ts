import {recordAt, said, textAt} from './document.ts'
import {attachedPolicies, inlinePolicies} from './iam-documents.ts'
import type {Projector} from './projector.ts'

/** The user of GetAccountAuthorizationDetails (https://docs.aws.amazon.com/IAM/latest/APIReference/API_UserDetail.html). */
export const iamUser: Projector = {
  objectType: 'AWS::IAM::User',
  sees: ['Arn', 'Groups', 'ManagedPolicyArns', 'Path', 'PermissionsBoundary', 'Policies', 'UserName'],
  project({configuration: user, resourceName, resourceId, arn: itemArn}) {
    const name = textAt(user, 'userName') ?? resourceName ?? resourceId
    const arn = textAt(user, 'arn') ?? itemArn
    const createdAt = textAt(user, 'createDate')
    const properties = said({
      Arn: arn,
      Groups: user['groupList'],
      ManagedPolicyArns: attachedPolicies(user),
      Path: user['path'],
      PermissionsBoundary: recordAt(user, 'permissionsBoundary')['permissionsBoundaryArn'],
      Policies: inlinePolicies(user, 'userPolicyList'),
      UserName: name,
    })
    return {
      id: name,
      name,
      properties,
      ...(arn === undefined ? {} : {arn}),
      ...(createdAt === undefined ? {} : {createdAt}),
    }
  },
}
