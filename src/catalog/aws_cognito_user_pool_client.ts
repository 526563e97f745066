import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html */
export const entry: TerraformType = {
  type: 'aws_cognito_user_pool_client',
  confidence: 'curated',
  objectType: 'AWS::Cognito::UserPoolClient',
  role: 'object',
  identity: [['user_pool_id', 'id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    access_token_validity: {to: 'AccessTokenValidity', default: 0, computed: true},
    allowed_oauth_flows: {to: 'AllowedOAuthFlows', as: 'set'},
    allowed_oauth_flows_user_pool_client: {to: 'AllowedOAuthFlowsUserPoolClient'},
    allowed_oauth_scopes: {to: 'AllowedOAuthScopes', as: 'set'},
    analytics_configuration: {
      to: 'AnalyticsConfiguration',
      block: 'single',
      of: {
        application_arn: {to: 'ApplicationArn', computed: true},
        application_id: {to: 'ApplicationId'},
        external_id: {to: 'ExternalId'},
        role_arn: {to: 'RoleArn', computed: true},
        user_data_shared: {to: 'UserDataShared'},
      },
    },
    auth_session_validity: {to: 'AuthSessionValidity', default: 3, computed: true},
    callback_urls: {to: 'CallbackURLs', as: 'set'},
    client_secret: {skip: 'computed', because: 'Cognito makes it'},
    default_redirect_uri: {to: 'DefaultRedirectURI'},
    enable_propagate_additional_user_context_data: {to: 'EnablePropagateAdditionalUserContextData'},
    enable_token_revocation: {to: 'EnableTokenRevocation', computed: true},
    explicit_auth_flows: {to: 'ExplicitAuthFlows', as: 'set', computed: true},
    // Null where the client was imported.
    generate_secret: {to: 'GenerateSecret', computed: true},
    id_token_validity: {to: 'IdTokenValidity', default: 0, computed: true},
    logout_urls: {to: 'LogoutURLs', as: 'set'},
    name: {to: 'ClientName'},
    prevent_user_existence_errors: {to: 'PreventUserExistenceErrors', computed: true},
    read_attributes: {to: 'ReadAttributes', as: 'set', computed: true},
    refresh_token_rotation: {
      to: 'RefreshTokenRotation',
      block: 'single',
      computed: true,
      of: {
        feature: {to: 'Feature', default: 'DISABLED'},
        retry_grace_period_seconds: {to: 'RetryGracePeriodSeconds', default: 0},
      },
    },
    refresh_token_validity: {to: 'RefreshTokenValidity', default: 30, computed: true},
    supported_identity_providers: {to: 'SupportedIdentityProviders', as: 'set', computed: true},
    token_validity_units: {
      to: 'TokenValidityUnits',
      block: 'single',
      computed: true,
      of: {
        access_token: {to: 'AccessToken', default: 'hours'},
        id_token: {to: 'IdToken', default: 'hours'},
        refresh_token: {to: 'RefreshToken', default: 'days'},
      },
    },
    user_pool_id: {skip: 'identity', because: 'names the pool'},
    write_attributes: {to: 'WriteAttributes', as: 'set', computed: true},
  },
  object: {
    idScope: 'region',
    sensitive: ['ClientSecret'],
    severity: {
      AllowedOAuthFlows: 'high',
      AllowedOAuthScopes: 'high',
      CallbackURLs: 'high',
      ExplicitAuthFlows: 'high',
      SupportedIdentityProviders: 'high',
    },
  },
}
