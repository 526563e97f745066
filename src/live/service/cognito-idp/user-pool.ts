import {
  CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
  GetUserPoolMfaConfigCommand,
  type UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider'

import {createdAt, named, tagsOf} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'
import {pools} from './pools.ts'
import {secondFactors, shownBySecondFactors} from './second-factors.ts'

const members = [
  'AccountRecoverySetting',
  'AdminCreateUserConfig',
  'AliasAttributes',
  'AutoVerifiedAttributes',
  'DeletionProtection',
  'DeviceConfiguration',
  'EmailConfiguration',
  'EmailVerificationMessage',
  'EmailVerificationSubject',
  'LambdaConfig',
  'MfaConfiguration',
  'Policies',
  'SmsAuthenticationMessage',
  'SmsConfiguration',
  'SmsVerificationMessage',
  'UserAttributeUpdateSettings',
  'UserPoolAddOns',
  'UserPoolTier',
  'UsernameAttributes',
  'UsernameConfiguration',
  'VerificationMessageTemplate',
] as const

export const userPool = serviceType<CognitoIdentityProviderClient, UserPoolType>({
  objectType: 'AWS::Cognito::UserPool',
  client: CognitoIdentityProviderClient,
  sees: [...members, 'Schema', 'UserPoolId', 'UserPoolName'],
  list: pools,
  get: {
    size: 1,
    read: async (client, [UserPoolId]) => {
      const command = new DescribeUserPoolCommand({UserPoolId})
      const answer = await unless(['ResourceNotFoundException'], client.send(command))
      return answer?.UserPool ? [answer.UserPool] : []
    },
  },
  object: (pool) => ({
    id: pool.Id ?? '',
    tags: tagsOf(pool.UserPoolTags ?? {}),
    ...(pool.Arn === undefined ? {} : {arn: pool.Arn}),
    ...(pool.Name === undefined ? {} : {name: pool.Name}),
    ...createdAt(pool.CreationDate),
    properties: {
      ...named(pool, members),
      ...named({UserPoolId: pool.Id, UserPoolName: pool.Name, Schema: pool.SchemaAttributes}, [
        'Schema',
        'UserPoolId',
        'UserPoolName',
      ]),
    },
  }),
  parts: [
    {
      shows: shownBySecondFactors,
      read: async (client, [pool = {}]) => {
        const answer = await client.send(new GetUserPoolMfaConfigCommand({UserPoolId: pool.Id}))
        return [{properties: secondFactors(answer)}]
      },
    },
  ],
})
