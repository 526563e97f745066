import {
  paginateDescribeDBParameterGroups,
  paginateDescribeDBParameters,
  RDSClient,
  type DBParameterGroup,
} from '@aws-sdk/client-rds'

import {pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {pageSize} from './engines.ts'
import {parameterGroup, parametersOf} from './parameters.ts'

export const dbParameterGroup = serviceType<RDSClient, DBParameterGroup>({
  objectType: 'AWS::RDS::DBParameterGroup',
  client: RDSClient,
  sees: ['DBParameterGroupName', 'Description', 'Family'],
  list: (client) =>
    pagesOf(paginateDescribeDBParameterGroups({client, pageSize}, {}), ({DBParameterGroups}) => DBParameterGroups),
  object: ({DBParameterGroupArn: arn, DBParameterGroupName: name, ...group}) =>
    parameterGroup('DBParameterGroupName', {...group, arn, name}),
  parts: [
    {
      shows: ['Parameters'],
      read: async (client, [{DBParameterGroupName} = {}]) => {
        // Those that somebody set: the others are the engine's defaults.
        const input = {DBParameterGroupName, Source: 'user'}
        const pages = pagesOf(paginateDescribeDBParameters({client, pageSize}, input), ({Parameters}) => Parameters)
        return [{properties: {Parameters: parametersOf((await Array.fromAsync(pages)).flat())}}]
      },
    },
  ],
})
