import {
  CloudWatchClient,
  GetDashboardCommand,
  paginateListDashboards,
  type GetDashboardCommandOutput,
} from '@aws-sdk/client-cloudwatch'

import {named, pagesOf} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'

/** Dashboards have no tags. */
export const dashboard = serviceType<CloudWatchClient, Omit<GetDashboardCommandOutput, '$metadata'>>({
  objectType: 'AWS::CloudWatch::Dashboard',
  client: CloudWatchClient,
  sees: ['DashboardBody', 'DashboardName'],
  list: (client) =>
    pagesOf(paginateListDashboards({client}, {}), ({DashboardEntries}) =>
      DashboardEntries?.flatMap(({DashboardName}) => DashboardName ?? []),
    ),
  get: {
    size: 1,
    read: async (client, [DashboardName]) => {
      const command = new GetDashboardCommand({DashboardName})
      const answer = await unless(['DashboardNotFoundError', 'ResourceNotFound'], client.send(command))
      return answer ? [answer] : []
    },
  },
  object: (answer) => ({
    id: answer.DashboardName ?? '',
    ...(answer.DashboardArn === undefined ? {} : {arn: answer.DashboardArn}),
    tags: {},
    properties: named(answer, ['DashboardBody', 'DashboardName']),
  }),
})
