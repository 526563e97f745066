import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  paginateListTables,
  type TableDescription,
} from '@aws-sdk/client-dynamodb'

import {dynamodbTable} from '../../projectors/dynamodb-table.ts'
import {createdAt, named, pagesOf, projected, seenBy} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'

export const table = serviceType<DynamoDBClient, TableDescription>({
  objectType: dynamodbTable.objectType,
  client: DynamoDBClient,
  sees: [...seenBy(dynamodbTable).filter((path) => !path.startsWith('PointInTime')), 'OnDemandThroughput'],
  list: (client) => pagesOf(paginateListTables({client, pageSize: 100}, {}), ({TableNames}) => TableNames),
  get: {
    size: 1,
    read: async (client, [TableName]) => {
      const command = new DescribeTableCommand({TableName})
      const answer = await unless(['ResourceNotFoundException'], client.send(command))
      return answer?.Table ? [answer.Table] : []
    },
  },
  object: (answer) => {
    const object = projected(dynamodbTable, answer)
    return {
      ...object,
      ...(answer.TableArn === undefined ? {} : {arn: answer.TableArn}),
      ...createdAt(answer.CreationDateTime),
      properties: {...object.properties, ...named(answer, ['OnDemandThroughput'])},
    }
  },
  parts: [
    {
      shows: ['PointInTimeRecoverySpecification'],
      read: async (client, [{TableName} = {}]) => {
        const answer = await client.send(new DescribeContinuousBackupsCommand({TableName}))
        const recovery = answer.ContinuousBackupsDescription?.PointInTimeRecoveryDescription
        const days = recovery?.RecoveryPeriodInDays
        const specification = {
          PointInTimeRecoveryEnabled: recovery?.PointInTimeRecoveryStatus === 'ENABLED',
          ...(days === undefined ? {} : {RecoveryPeriodInDays: days}),
        }
        return [{properties: {PointInTimeRecoverySpecification: specification}}]
      },
    },
    {
      shows: ['TimeToLiveSpecification'],
      read: async (client, [{TableName} = {}]) => {
        const answer = await client.send(new DescribeTimeToLiveCommand({TableName}))
        const {AttributeName, TimeToLiveStatus: status = ''} = answer.TimeToLiveDescription ?? {}
        const specification = {
          ...(AttributeName === undefined ? {} : {AttributeName}),
          Enabled: ['ENABLED', 'ENABLING'].includes(status),
        }
        return [{properties: {TimeToLiveSpecification: specification}}]
      },
    },
  ],
})
