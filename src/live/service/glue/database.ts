import {GetDatabaseCommand, GlueClient, type Database} from '@aws-sdk/client-glue'

import {createdAt, named} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'
import {databases} from './databases.ts'

const members = [
  'CreateTableDefaultPermissions',
  'Description',
  'FederatedDatabase',
  'LocationUri',
  'Name',
  'Parameters',
  'TargetDatabase',
] as const

/**
 * Tags are the Tagging API's. Lake Formation takes out of lists what the caller has no grant for
 * (https://docs.aws.amazon.com/lake-formation/latest/dg/metadata-permissions.html), and denies it where it is named.
 */
export const database = serviceType<GlueClient, Database>({
  objectType: 'AWS::Glue::Database',
  client: GlueClient,
  sees: ['CatalogId', 'DatabaseInput', 'DatabaseName'],
  list: databases,
  listHides: true,
  get: {
    size: 1,
    read: async (client, [Name]) => {
      const answer = await unless(['EntityNotFoundException'], client.send(new GetDatabaseCommand({Name})))
      return answer?.Database ? [answer.Database] : []
    },
  },
  object: (answer, {location: {partition, account, region}}) => {
    const {Name: name = ''} = answer
    return {
      id: name,
      name,
      arn: `arn:${partition}:glue:${region}:${account}:database/${name}`,
      ...createdAt(answer.CreateTime),
      properties: {...named(answer, ['CatalogId']), DatabaseInput: named(answer, members), DatabaseName: name},
    }
  },
})
