import type {Json} from '../../model/value.ts'
import {recordsAt, said, textAt} from './document.ts'
import {policyDocument} from './iam-documents.ts'
import type {JsonRecord, Projector} from './projector.ts'

/** A customer managed policy; the document is that of its default version, the one that grants rights. */
export const iamPolicy: Projector = {
  objectType: 'AWS::IAM::ManagedPolicy',
  sees: ['Description', 'ManagedPolicyName', 'Path', 'PolicyArn', 'PolicyDocument', 'PolicyId'],
  project({configuration: policy, resourceName, arn, resourceId}) {
    const policyArn = textAt(policy, 'arn') ?? arn
    const name = textAt(policy, 'policyName') ?? resourceName
    const createdAt = textAt(policy, 'createDate')
    return {
      id: policyArn ?? resourceId,
      properties: properties(policy, policyArn),
      ...(policyArn === undefined ? {} : {arn: policyArn}),
      ...(name === undefined ? {} : {name}),
      ...(createdAt === undefined ? {} : {createdAt}),
    }
  },
}

function properties(policy: JsonRecord, arn: string | undefined): JsonRecord {
  return said({
    Description: policy['description'],
    ManagedPolicyName: policy['policyName'],
    Path: policy['path'],
    PolicyArn: arn,
    PolicyDocument: defaultDocument(policy),
    PolicyId: policy['policyId'],
  })
}

function defaultDocument(policy: JsonRecord): Json {
  const versions = recordsAt(policy, 'policyVersionList')
  const chosen =
    versions.find(({isDefaultVersion}) => isDefaultVersion === true) ??
    versions.find(({versionId}) => versionId === policy['defaultVersionId'])
  return policyDocument(chosen?.['document'] ?? null) ?? null
}
