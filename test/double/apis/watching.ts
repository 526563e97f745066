import type {DescribeAlarmsInput} from '@aws-sdk/client-cloudwatch'
import type {DescribeLogGroupsRequest} from '@aws-sdk/client-cloudwatch-logs'

import {apisOf, type Api} from './api.ts'
import {documentOf, objectsOf, shownIn} from './objects.ts'

const describeAlarms: Api<DescribeAlarmsInput> = async (
  {AlarmNames: ids, NextToken: token, MaxRecords: size = 50},
  context,
) => {
  const {objects, next} = objectsOf('AWS::CloudWatch::Alarm', context, {token, size, ids})
  const MetricAlarms = await shownIn(['monitoring', 'DescribeAlarms', 'MetricAlarms'], objects.map(documentOf))
  return {MetricAlarms, ...(next && {NextToken: next})}
}

/** Not kept by Config: the canonical names are those of the API, with a capital. */
const describeLogGroups: Api<DescribeLogGroupsRequest> = async ({nextToken: token, limit: size = 50}, context) => {
  const {objects, next} = objectsOf('AWS::Logs::LogGroup', context, {token, size: Math.min(size, 50)})
  const documents = objects.map(({properties}) => properties)
  const logGroups = await shownIn(['logs', 'DescribeLogGroups', 'logGroups'], documents)
  return {logGroups, ...(next && {nextToken: next})}
}

export const watching = {
  ...apisOf('monitoring', {DescribeAlarms: describeAlarms}),
  ...apisOf('logs', {DescribeLogGroups: describeLogGroups}),
}
