import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  UpdateUserPoolClientCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'

import {settings} from '../moto.ts'
import {region} from '../scan.ts'
import {account, tagAttributes, tags, type Maker} from './made.ts'

const cognito = new CognitoIdentityProviderClient(settings)

export const userPool: Maker = {
  type: 'AWS::Cognito::UserPool',
  make: async (name) => {
    const PasswordPolicy = {
      MinimumLength: 12,
      RequireLowercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      RequireUppercase: true,
      TemporaryPasswordValidityDays: 7,
    }
    const pool = {AutoVerifiedAttributes: ['email' as const], Policies: {PasswordPolicy}}
    const {UserPool} = await cognito.send(new CreateUserPoolCommand({PoolName: name, ...pool, UserPoolTags: tags}))
    const id = UserPool?.Id ?? ''
    const policy = {
      minimum_length: 12,
      password_history_size: 0,
      require_lowercase: true,
      require_numbers: true,
      require_symbols: true,
      require_uppercase: true,
      temporary_password_validity_days: 7,
    }
    return {
      id,
      resource: {
        type: 'aws_cognito_user_pool',
        name,
        attributes: {
          ...tagAttributes,
          id,
          arn: `arn:aws:cognito-idp:${region}:${account}:userpool/${id}`,
          account_recovery_setting: [],
          alias_attributes: null,
          auto_verified_attributes: ['email'],
          deletion_protection: 'INACTIVE',
          device_configuration: [],
          email_configuration: [{configuration_set: '', email_sending_account: 'COGNITO_DEFAULT'}],
          lambda_config: [],
          mfa_configuration: 'OFF',
          name,
          password_policy: [policy],
          schema: [],
          sms_configuration: [],
          username_attributes: null,
          username_configuration: [],
        },
      },
      change: async () => {
        const Policies = {PasswordPolicy: {...PasswordPolicy, MinimumLength: 6}}
        return cognito.send(new UpdateUserPoolCommand({UserPoolId: id, ...pool, Policies, UserPoolTags: tags}))
      },
      finding: 'drifted Policies.PasswordPolicy.MinimumLength',
    }
  },
}

export const userPoolClient: Maker = {
  type: 'AWS::Cognito::UserPoolClient',
  make: async (name) => {
    const pool = await userPool.make(`of-${name}`)
    const UserPoolId = pool.id
    const client = {
      ClientName: name,
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH' as const, 'ALLOW_USER_SRP_AUTH' as const],
      RefreshTokenValidity: 14,
      CallbackURLs: ['https://example.com/in'],
    }
    const made = await cognito.send(new CreateUserPoolClientCommand({UserPoolId, ...client}))
    const ClientId = made.UserPoolClient?.ClientId ?? ''
    return {
      id: `${UserPoolId}|${ClientId}`,
      resource: {
        type: 'aws_cognito_user_pool_client',
        name,
        attributes: {
          id: ClientId,
          access_token_validity: 0,
          allowed_oauth_flows: [],
          allowed_oauth_flows_user_pool_client: false,
          allowed_oauth_scopes: [],
          analytics_configuration: [],
          auth_session_validity: 3,
          callback_urls: ['https://example.com/in'],
          default_redirect_uri: '',
          enable_propagate_additional_user_context_data: false,
          enable_token_revocation: true,
          explicit_auth_flows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH'],
          generate_secret: null,
          id_token_validity: 0,
          logout_urls: [],
          name,
          prevent_user_existence_errors: '',
          read_attributes: [],
          refresh_token_rotation: [],
          refresh_token_validity: 14,
          supported_identity_providers: [],
          token_validity_units: [],
          user_pool_id: UserPoolId,
          write_attributes: [],
        },
      },
      change: async () => {
        const CallbackURLs = ['https://elsewhere.example/in']
        return cognito.send(new UpdateUserPoolClientCommand({UserPoolId, ClientId, ...client, CallbackURLs}))
      },
      finding: 'drifted CallbackURLs',
    }
  },
}
