import {isArray, isRecord, type Value} from '../model/value.ts'
import type {ProjectedElement, TerraformType} from './entry.ts'
import {attachment, inlinePolicyElement, onRole, policyDocument} from './iam-holder-elements.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html */
export const entry = {
  type: 'aws_iam_role',
  confidence: 'curated',
  objectType: 'AWS::IAM::Role',
  role: 'object',
  identity: [['name'], ['id']],
  attributes: {
    assume_role_policy: {to: 'AssumeRolePolicyDocument', as: 'iamPolicy', value: policyDocument},
    description: {to: 'Description'},
    max_session_duration: {to: 'MaxSessionDuration', default: 3600},
    name: {to: 'RoleName'},
    path: {to: 'Path', default: '/'},
    permissions_boundary: {to: 'PermissionsBoundary'},
    inline_policy: {custom: 'elements of Policies'},
    managed_policy_arns: {custom: 'elements of ManagedPolicyArns'},
    force_detach_policies: {
      skip: 'terraform-only',
      because: 'Only says how the provider deletes the role (resource docs).',
    },
    name_prefix: {skip: 'alias', because: 'The full name that it led to is in `name`.'},
    create_date: {skip: 'computed', because: 'When the role was made.'},
    unique_id: {skip: 'computed', because: 'AWS chooses it (AROA...).'},
    role_last_used: {skip: 'computed', because: 'When the role was last used.'},
  },
  project(resource, own) {
    const {inline_policy: inline, managed_policy_arns: arns} = resource.attributes
    const elements = [...inlinePolicies(inline), ...attachments(arns)]
    // The provider reads both lists back whether or not they are configured (internal/service/iam/role.go, resourceRoleRead), so a
    // list claims to be complete only where it holds something; and it is a mere echo where other resources declare the same.
    const paths = [...new Set(elements.map(({path}) => path))]
    return onRole(own.id, own.location, {elements, exclusive: paths, echoes: paths})
  },
  object: {
    idScope: 'account',
    arnTemplate: 'arn:{partition}:iam::{account}:role/{id}',
    children: ['ManagedPolicyArns', 'Policies'],
    severity: {
      AssumeRolePolicyDocument: 'high',
      ManagedPolicyArns: 'high',
      PermissionsBoundary: 'high',
      Policies: 'high',
    },
  },
} satisfies TerraformType

/** Older providers record a role without inline policies as one block without a name. */
function inlinePolicies(blocks: Value | undefined): readonly ProjectedElement[] {
  if (!isArray(blocks)) return []
  return blocks.flatMap((block) => {
    if (!isRecord(block) || typeof block['name'] !== 'string' || block['name'] === '') return []
    return [inlinePolicyElement(block['name'], block['policy'] ?? null, 'inline_policy')]
  })
}

function attachments(arns: Value | undefined): readonly ProjectedElement[] {
  return isArray(arns) ? arns.map((arn) => attachment(arn, 'managed_policy_arns')) : []
}
