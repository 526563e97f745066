import {GetParametersCommand, paginateDescribeParameters, SSMClient, type ParameterMetadata} from '@aws-sdk/client-ssm'

import {named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

const members = ['AllowedPattern', 'DataType', 'Description', 'KeyId', 'Name', 'Tier', 'Type'] as const

/** What is encrypted stays so: the value of a SecureString is not asked for. */
export const parameter = serviceType<SSMClient, ParameterMetadata>({
  objectType: 'AWS::SSM::Parameter',
  client: SSMClient,
  sees: members,
  list: (client) => pagesOf(paginateDescribeParameters({client, pageSize: 50}, {}), ({Parameters}) => Parameters),
  object: (metadata) => ({
    id: metadata.Name ?? '',
    ...(metadata.ARN === undefined ? {} : {arn: metadata.ARN}),
    ...(isSecret(metadata) ? {unseen: ['Value']} : {}),
    properties: named(metadata, members),
  }),
  parts: [
    {
      shows: ['Value'],
      when: (metadata) => !isSecret(metadata),
      size: 10,
      read: async (client, items) => {
        const Names = items.flatMap(({Name}) => Name ?? [])
        const {Parameters = []} = await client.send(new GetParametersCommand({Names}))
        const values = new Map(Parameters.map(({Name, Value}) => [Name, Value]))
        return items.map(({Name}) => {
          const value = values.get(Name)
          return value === undefined ? {unseen: ['Value']} : {properties: {Value: value}}
        })
      },
    },
  ],
})

function isSecret({Type}: ParameterMetadata): boolean {
  return Type === 'SecureString'
}
