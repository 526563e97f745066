import {GetTableCommand, GlueClient, paginateGetTables, type Table} from '@aws-sdk/client-glue'

import {createdAt, named, pagesOf} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'
import {databases} from './databases.ts'

const members = [
  'Description',
  'Name',
  'Owner',
  'Parameters',
  'PartitionKeys',
  'Retention',
  'StorageDescriptor',
  'TableType',
  'TargetTable',
  'ViewExpandedText',
  'ViewOriginalText',
] as const

/** Tables have no tags. As for databases, Lake Formation takes out of lists what the caller has no grant for. */
export const table = serviceType<GlueClient, Table>({
  objectType: 'AWS::Glue::Table',
  client: GlueClient,
  sees: ['CatalogId', 'DatabaseName', 'Name', ...members.map((name) => `TableInput.${name}`)],
  async *list(client) {
    for await (const page of databases(client)) {
      // A link shows the tables of another database, and a federated one those of another store.
      const own = page.filter(({FederatedDatabase, TargetDatabase}) => !FederatedDatabase && !TargetDatabase)
      for (const {Name: DatabaseName} of own) {
        yield* pagesOf(paginateGetTables({client, pageSize: 100}, {DatabaseName}), ({TableList}) => TableList)
      }
    }
  },
  listHides: true,
  get: {
    size: 1,
    read: async (client, [id = '']) => {
      const [CatalogId, DatabaseName, Name] = id.split('|')
      const command = new GetTableCommand({CatalogId, DatabaseName, Name})
      const answer = await unless(['EntityNotFoundException'], client.send(command))
      return answer?.Table ? [answer.Table] : []
    },
  },
  object: (answer, {location: {partition, account, region}}) => {
    const {CatalogId: catalog = account, DatabaseName: database = '', Name: name = ''} = answer
    return {
      id: [catalog, database, name].join('|'),
      name,
      arn: `arn:${partition}:glue:${region}:${catalog}:table/${database}/${name}`,
      tags: {},
      ...createdAt(answer.CreateTime),
      properties: {...named(answer, ['CatalogId', 'DatabaseName', 'Name']), TableInput: named(answer, members)},
    }
  },
})
