import type {Json} from '../model/value.ts'
import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-instanceprofile.html */
export const entry = {
  type: 'aws_iam_instance_profile',
  confidence: 'curated',
  objectType: 'AWS::IAM::InstanceProfile',
  role: 'object',
  identity: [['name'], ['id']],
  attributes: {
    name: {to: 'InstanceProfileName'},
    path: {to: 'Path', default: '/'},
    role: {to: 'Roles', value: listOf},
    create_date: {skip: 'computed', because: 'When the profile was made.'},
    name_prefix: {skip: 'alias', because: 'The full name that it led to is in `name`.'},
    roles: {skip: 'alias', because: 'Providers before 3.0 record the one role here, too.'},
    unique_id: {skip: 'computed', because: 'AWS chooses it (AIPA...).'},
  },
  object: {
    idScope: 'account',
    arnTemplate: 'arn:{partition}:iam::{account}:instance-profile/{id}',
    severity: {Roles: 'high'},
  },
} satisfies TerraformType

/** A list in the API, of one role at most. */
function listOf(role: Json): Json {
  return role === null || role === '' ? null : [role]
}
