import type {DescribeTableInput, ListTablesInput} from '@aws-sdk/client-dynamodb'
import type {DescribeDBInstancesMessage, DescribeDBSubnetGroupsMessage} from '@aws-sdk/client-rds'

import {AwsFault} from '../wire/fault.ts'
import type {WorldObject} from '../world.ts'
import {apisOf, type Api, type Context} from './api.ts'
import {documentOf, objectOf, objectsOf, shownIn, tagList, wholeOf} from './objects.ts'

const [table, instance, subnetGroup] = ['AWS::DynamoDB::Table', 'AWS::RDS::DBInstance', 'AWS::RDS::DBSubnetGroup']

const listTables: Api<ListTablesInput> = ({ExclusiveStartTableName: token, Limit: size = 100}, context) => {
  const {objects, next} = objectsOf(table, context, {token, size})
  return {TableNames: objects.map(({id}) => id), ...(next && {LastEvaluatedTableName: next})}
}

const describeTable: Api<DescribeTableInput> = async ({TableName = ''}, context) => {
  const [Table] = await shownIn(['dynamodb', 'DescribeTable', 'Table'], [documentOf(knownTable(TableName, context))])
  return {Table}
}

const describeBackups: Api<DescribeTableInput> = async ({TableName = ''}, context) => {
  const {item} = knownTable(TableName, context)
  const supplement = (item?.['supplementaryConfiguration'] ?? {}) as Readonly<Record<string, object>>
  const path = ['dynamodb', 'DescribeContinuousBackups', 'ContinuousBackupsDescription'] as const
  const [ContinuousBackupsDescription] = await shownIn(path, [supplement['ContinuousBackupsDescription'] ?? {}])
  return {ContinuousBackupsDescription}
}

/** What Config does not keep. */
const describeTimeToLive: Api<DescribeTableInput> = ({TableName = ''}, context) => {
  const {TimeToLiveSpecification: ttl} = knownTable(TableName, context).properties
  const {AttributeName, Enabled} = (ttl ?? {}) as {readonly AttributeName?: string; readonly Enabled?: boolean}
  const TimeToLiveStatus = Enabled ? 'ENABLED' : 'DISABLED'
  return {TimeToLiveDescription: {TimeToLiveStatus, ...(Enabled && AttributeName ? {AttributeName} : {})}}
}

function knownTable(name: string, context: Context): WorldObject {
  const found = objectOf(table, name, context)
  if (found) return found
  throw new AwsFault('ResourceNotFoundException', `Requested resource not found: Table: ${name} not found`)
}

const describeInstances: Api<DescribeDBInstancesMessage> = async (
  {Filters: [filter] = [], Marker: token, MaxRecords: size = 100},
  context,
) => {
  const {objects, next} = objectsOf(instance, context, {token, size, ids: filter?.Values})
  const documents = objects.map((object) => ({...wholeOf(object), tagList: tagList(object.tags)}))
  const DBInstances = await shownIn(['rds', 'DescribeDBInstances', 'DBInstances'], documents)
  return {DBInstances, ...(next && {Marker: next})}
}

const describeSubnetGroups: Api<DescribeDBSubnetGroupsMessage> = async (
  {Marker: token, MaxRecords: size = 100},
  context,
) => {
  const {objects, next} = objectsOf(subnetGroup, context, {token, size})
  const DBSubnetGroups = await shownIn(['rds', 'DescribeDBSubnetGroups', 'DBSubnetGroups'], objects.map(documentOf))
  return {DBSubnetGroups, ...(next && {Marker: next})}
}

export const databases = {
  ...apisOf('dynamodb', {
    DescribeContinuousBackups: describeBackups,
    DescribeTable: describeTable,
    DescribeTimeToLive: describeTimeToLive,
    ListTables: listTables,
  }),
  ...apisOf('rds', {DescribeDBInstances: describeInstances, DescribeDBSubnetGroups: describeSubnetGroups}),
}
