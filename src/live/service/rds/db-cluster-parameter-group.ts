import {
  paginateDescribeDBClusterParameterGroups,
  paginateDescribeDBClusterParameters,
  RDSClient,
  type DBClusterParameterGroup,
} from '@aws-sdk/client-rds'

import {pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {pageSize} from './engines.ts'
import {parameterGroup, parametersOf} from './parameters.ts'

export const dbClusterParameterGroup = serviceType<RDSClient, DBClusterParameterGroup>({
  objectType: 'AWS::RDS::DBClusterParameterGroup',
  client: RDSClient,
  sees: ['DBClusterParameterGroupName', 'Description', 'Family'],
  list: (client) =>
    pagesOf(
      paginateDescribeDBClusterParameterGroups({client, pageSize}, {}),
      ({DBClusterParameterGroups}) => DBClusterParameterGroups,
    ),
  object: ({DBClusterParameterGroupArn: arn, DBClusterParameterGroupName: name, ...group}) =>
    parameterGroup('DBClusterParameterGroupName', {...group, arn, name}),
  parts: [
    {
      shows: ['Parameters'],
      read: async (client, [{DBClusterParameterGroupName} = {}]) => {
        // Those that somebody set: the others are the engine's defaults.
        const input = {DBClusterParameterGroupName, Source: 'user'}
        const pages = paginateDescribeDBClusterParameters({client, pageSize}, input)
        const found = await Array.fromAsync(pagesOf(pages, ({Parameters}) => Parameters))
        return [{properties: {Parameters: parametersOf(found.flat())}}]
      },
    },
  ],
})
