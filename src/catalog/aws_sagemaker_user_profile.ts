import type {TerraformType} from './entry.ts'
import {userSettings} from './sagemaker-user-settings.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-userprofile.html */
export const entry = {
  type: 'aws_sagemaker_user_profile',
  confidence: 'curated',
  objectType: 'AWS::SageMaker::UserProfile',
  role: 'object',
  identity: [['user_profile_name', 'domain_id']],
  attributes: {
    domain_id: {to: 'DomainId'},
    home_efs_file_system_uid: {skip: 'computed', because: 'made by SageMaker'},
    single_sign_on_user_identifier: {to: 'SingleSignOnUserIdentifier'},
    single_sign_on_user_value: {to: 'SingleSignOnUserValue'},
    user_profile_name: {to: 'UserProfileName'},
    user_settings: userSettings('UserSettings'),
  },
  object: {idScope: 'region', severity: {'UserSettings.ExecutionRole': 'high'}},
} satisfies TerraformType
