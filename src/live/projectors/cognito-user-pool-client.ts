import {picked, textAt, unseenOf} from './document.ts'
import type {Projector} from './projector.ts'

const shown = [
  'AccessTokenValidity',
  'AllowedOAuthFlows',
  'AllowedOAuthFlowsUserPoolClient',
  'AllowedOAuthScopes',
  'AnalyticsConfiguration',
  'AuthSessionValidity',
  'CallbackURLs',
  'ClientName',
  'DefaultRedirectURI',
  'EnablePropagateAdditionalUserContextData',
  'EnableTokenRevocation',
  'ExplicitAuthFlows',
  'IdTokenValidity',
  'LogoutURLs',
  'PreventUserExistenceErrors',
  'ReadAttributes',
  'RefreshTokenValidity',
  'SupportedIdentityProviders',
  'TokenValidityUnits',
  'UserPoolId',
  'WriteAttributes',
]
const perhaps = ['GenerateSecret', 'RefreshTokenRotation']

/**
 * Config keeps clients in the CloudFormation shape, but the published schema has neither secret nor rotation
 * (https://github.com/awslabs/aws-config-resource-schema): those are compared where an item has them.
 */
export const cognitoUserPoolClient: Projector = {
  objectType: 'AWS::Cognito::UserPoolClient',
  sees: [...shown, ...perhaps],
  project({resourceId, configuration}) {
    const properties = picked(configuration, [...shown, ...perhaps])
    const [pool, client] = [textAt(configuration, 'UserPoolId'), textAt(configuration, 'ClientId')]
    const id = pool === undefined || client === undefined ? resourceId : `${pool}|${client}`
    return {id, properties, ...unseenOf(properties, perhaps)}
  },
}
