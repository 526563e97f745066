import {
  CloudWatchLogsClient,
  DescribeQueryDefinitionsCommand,
  type QueryDefinition,
} from '@aws-sdk/client-cloudwatch-logs'

import {capitalized, pagesOf, tokenPages} from '../answer.ts'
import {serviceType} from '../read-type.ts'

const members = ['logGroupNames', 'name', 'parameters', 'queryDefinitionId', 'queryLanguage', 'queryString'] as const

/** Definitions have no tags. */
export const queryDefinition = serviceType<CloudWatchLogsClient, QueryDefinition>({
  objectType: 'AWS::Logs::QueryDefinition',
  client: CloudWatchLogsClient,
  sees: members.map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
  list: (client) => {
    const pages = tokenPages(
      (nextToken) => client.send(new DescribeQueryDefinitionsCommand({maxResults: 1000, nextToken})),
      ({nextToken}) => nextToken,
    )
    return pagesOf(pages, ({queryDefinitions}) => queryDefinitions)
  },
  object: (definition) => ({
    id: definition.queryDefinitionId ?? '',
    ...(definition.name === undefined ? {} : {name: definition.name}),
    tags: {},
    properties: capitalized(definition, members),
  }),
})
