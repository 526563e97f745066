import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  paginateListUserPoolClients,
  type UserPoolClientType,
} from '@aws-sdk/client-cognito-identity-provider'

import {cognitoUserPoolClient} from '../../projectors/cognito-user-pool-client.ts'
import {createdAt, plain, seenBy} from '../answer.ts'
import type {JsonRecord} from '../../projectors/projector.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'
import {pools} from './pools.ts'

/** The secret of a client comes with the answer, and goes no further. Clients have no tags. */
export const userPoolClient = serviceType<CognitoIdentityProviderClient, UserPoolClientType>({
  objectType: cognitoUserPoolClient.objectType,
  client: CognitoIdentityProviderClient,
  sees: seenBy(cognitoUserPoolClient),
  async *list(client) {
    for await (const page of pools(client)) {
      for (const UserPoolId of page) {
        const clients = paginateListUserPoolClients({client, pageSize: 60}, {UserPoolId})
        for await (const {UserPoolClients = []} of clients) {
          yield UserPoolClients.map(({ClientId}) => `${UserPoolId}|${ClientId}`)
        }
      }
    }
  },
  get: {
    size: 1,
    read: async (client, [id = '']) => {
      const [UserPoolId, ClientId] = id.split('|')
      const command = new DescribeUserPoolClientCommand({UserPoolId, ClientId})
      const answer = await unless(['ResourceNotFoundException'], client.send(command))
      return answer?.UserPoolClient ? [answer.UserPoolClient] : []
    },
  },
  object: ({ClientSecret, ...answer}) => {
    const configuration = {...(plain(answer) as JsonRecord), GenerateSecret: ClientSecret !== undefined}
    // What the service leaves out is not set, where it may be missing from a recording.
    const {unseen: _, ...object} = cognitoUserPoolClient.project({resourceId: '', configuration, supplementary: {}})
    return {...object, tags: {}, ...createdAt(answer.CreationDate)}
  },
})
