import {CloudWatchLogsClient, paginateDescribeLogGroups, type LogGroup} from '@aws-sdk/client-cloudwatch-logs'

import {capitalized, createdAt, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

const members = [
  'arn',
  'bearerTokenAuthenticationEnabled',
  'deletionProtectionEnabled',
  'kmsKeyId',
  'logGroupClass',
  'logGroupName',
  'retentionInDays',
] as const

/** Not in AWS Config at all. */
export const logGroup = serviceType<CloudWatchLogsClient, LogGroup>({
  objectType: 'AWS::Logs::LogGroup',
  client: CloudWatchLogsClient,
  sees: members.map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
  list: (client) => pagesOf(paginateDescribeLogGroups({client, pageSize: 50}, {}), ({logGroups}) => logGroups),
  object: (group) => ({
    id: group.logGroupName ?? '',
    ...(group.logGroupArn === undefined ? {} : {arn: group.logGroupArn}),
    // Milliseconds since 1970.
    ...(group.creationTime === undefined ? {} : createdAt(new Date(group.creationTime))),
    properties: capitalized(group, members),
  }),
})
