import {said, textAt} from './document.ts'
import {attachedPolicies, inlinePolicies} from './iam-documents.ts'
import type {Projector} from './projector.ts'

/** The group of GetAccountAuthorizationDetails (https://docs.aws.amazon.com/IAM/latest/APIReference/API_GroupDetail.html). */
export const iamGroup: Projector = {
  objectType: 'AWS::IAM::Group',
  sees: ['Arn', 'GroupName', 'ManagedPolicyArns', 'Path', 'Policies'],
  project({configuration: group, resourceName, resourceId, arn: itemArn}) {
    const name = textAt(group, 'groupName') ?? resourceName ?? resourceId
    const arn = textAt(group, 'arn') ?? itemArn
    const createdAt = textAt(group, 'createDate')
    const properties = said({
      Arn: arn,
      GroupName: name,
      ManagedPolicyArns: attachedPolicies(group),
      Path: group['path'],
      Policies: inlinePolicies(group, 'groupPolicyList'),
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
