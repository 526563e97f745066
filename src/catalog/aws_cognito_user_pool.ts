import type {SkipRule, TerraformType} from './entry.ts'
import {userPoolElements} from './user-pool-elements.ts'
import {userPoolMessages} from './user-pool-messages.ts'
import {userPoolTriggers} from './user-pool-triggers.ts'

const computed = (what: string): SkipRule => ({skip: 'computed', because: what})

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html */
export const entry: TerraformType = {
  type: 'aws_cognito_user_pool',
  confidence: 'curated',
  objectType: 'AWS::Cognito::UserPool',
  role: 'object',
  identity: [['id']],
  attributes: {
    ...userPoolMessages,
    account_recovery_setting: {
      to: 'AccountRecoverySetting',
      block: 'single',
      // Pools made since 2020 have one even where the configuration has none.
      computed: true,
      of: {
        recovery_mechanism: {
          to: 'RecoveryMechanisms',
          block: 'set',
          key: ['Name'],
          of: {name: {to: 'Name'}, priority: {to: 'Priority'}},
        },
      },
    },
    admin_create_user_config: {
      to: 'AdminCreateUserConfig',
      block: 'single',
      computed: true,
      of: {
        allow_admin_create_user_only: {to: 'AllowAdminCreateUserOnly'},
        invite_message_template: {
          to: 'InviteMessageTemplate',
          block: 'single',
          of: {
            email_message: {to: 'EmailMessage'},
            email_subject: {to: 'EmailSubject'},
            sms_message: {to: 'SMSMessage'},
          },
        },
        unused_account_validity_days: {skip: 'deprecated', because: 'password_policy has it since provider 3.0'},
      },
    },
    alias_attributes: {to: 'AliasAttributes', as: 'set'},
    auto_verified_attributes: {to: 'AutoVerifiedAttributes', as: 'set'},
    creation_date: computed('when the pool was made'),
    custom_domain: computed('aws_cognito_user_pool_domain declares it'),
    deletion_protection: {to: 'DeletionProtection', default: 'INACTIVE'},
    device_configuration: {
      to: 'DeviceConfiguration',
      block: 'single',
      of: {
        challenge_required_on_new_device: {to: 'ChallengeRequiredOnNewDevice'},
        device_only_remembered_on_user_prompt: {to: 'DeviceOnlyRememberedOnUserPrompt'},
      },
    },
    domain: computed('aws_cognito_user_pool_domain declares it'),
    email_configuration: {
      to: 'EmailConfiguration',
      block: 'single',
      of: {
        configuration_set: {to: 'ConfigurationSet'},
        email_sending_account: {to: 'EmailSendingAccount', default: 'COGNITO_DEFAULT'},
        from_email_address: {to: 'From'},
        reply_to_email_address: {to: 'ReplyToEmailAddress'},
        source_arn: {to: 'SourceArn'},
      },
    },
    endpoint: computed('DNS name'),
    estimated_number_of_users: computed('how many users there are'),
    lambda_config: userPoolTriggers,
    last_modified_date: computed('time of the last update'),
    mfa_configuration: {to: 'MfaConfiguration', default: 'OFF'},
    name: {to: 'UserPoolName'},
    password_policy: {
      to: 'Policies.PasswordPolicy',
      block: 'single',
      computed: true,
      of: {
        minimum_length: {to: 'MinimumLength'},
        password_history_size: {to: 'PasswordHistorySize', default: 0},
        require_lowercase: {to: 'RequireLowercase'},
        require_numbers: {to: 'RequireNumbers'},
        require_symbols: {to: 'RequireSymbols'},
        require_uppercase: {to: 'RequireUppercase'},
        temporary_password_validity_days: {to: 'TemporaryPasswordValidityDays', default: 7},
      },
    },
    schema: {custom: 'elements of Schema, beside the standard ones'},
    sign_in_policy: {
      to: 'Policies.SignInPolicy',
      block: 'single',
      computed: true,
      of: {allowed_first_auth_factors: {to: 'AllowedFirstAuthFactors', as: 'set'}},
    },
    sms_configuration: {
      to: 'SmsConfiguration',
      block: 'single',
      of: {
        external_id: {to: 'ExternalId'},
        sns_caller_arn: {to: 'SnsCallerArn'},
        sns_region: {to: 'SnsRegion', computed: true},
      },
    },
    software_token_mfa_configuration: {custom: 'an element of EnabledMfas'},
    user_attribute_update_settings: {
      to: 'UserAttributeUpdateSettings',
      block: 'single',
      of: {
        attributes_require_verification_before_update: {to: 'AttributesRequireVerificationBeforeUpdate', as: 'set'},
      },
    },
    user_pool_add_ons: {
      to: 'UserPoolAddOns',
      block: 'single',
      of: {
        advanced_security_additional_flows: {
          to: 'AdvancedSecurityAdditionalFlows',
          block: 'single',
          of: {custom_auth_mode: {to: 'CustomAuthMode'}},
        },
        advanced_security_mode: {to: 'AdvancedSecurityMode', default: 'OFF'},
      },
    },
    user_pool_tier: {to: 'UserPoolTier', default: 'ESSENTIALS', computed: true},
    username_attributes: {to: 'UsernameAttributes', as: 'set'},
    username_configuration: {
      to: 'UsernameConfiguration',
      block: 'single',
      computed: true,
      of: {case_sensitive: {to: 'CaseSensitive'}},
    },
    web_authn_configuration: {
      to: '',
      block: 'single',
      computed: true,
      of: {
        relying_party_id: {to: 'WebAuthnRelyingPartyID', computed: true},
        user_verification: {to: 'WebAuthnUserVerification', computed: true},
      },
    },
  },
  project: userPoolElements,
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:cognito-idp:{region}:{account}:userpool/{id}',
    severity: {
      AdminCreateUserConfig: 'high',
      DeletionProtection: 'high',
      LambdaConfig: 'high',
      MfaConfiguration: 'high',
      Policies: 'high',
      UserPoolAddOns: 'high',
    },
  },
}
