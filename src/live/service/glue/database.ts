import {GlueClient, paginateGetDatabases, type Database} from '@aws-sdk/client-glue'

import {createdAt, named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

const members = [
  'CreateTableDefaultPermissions',
  'Description',
  'FederatedDatabase',
  'LocationUri',
  'Name',
  'Parameters',
  'TargetDatabase',
] as const

/** Of the catalogue of the account; tags are the Tagging API's. */
export const database = serviceType<GlueClient, Database>({
  objectType: 'AWS::Glue::Database',
  client: GlueClient,
  sees: ['CatalogId', 'DatabaseInput', 'DatabaseName'],
  list: (client) => pagesOf(paginateGetDatabases({client, pageSize: 100}, {}), ({DatabaseList}) => DatabaseList),
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
