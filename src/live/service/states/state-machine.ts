import {
  DescribeStateMachineCommand,
  paginateListStateMachines,
  SFNClient,
  type DescribeStateMachineCommandOutput,
} from '@aws-sdk/client-sfn'

import {capitalized, createdAt, pagesOf} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'

const members = ['encryptionConfiguration', 'loggingConfiguration', 'roleArn', 'tracingConfiguration'] as const

export const stateMachine = serviceType<SFNClient, Omit<DescribeStateMachineCommandOutput, '$metadata'>>({
  objectType: 'AWS::StepFunctions::StateMachine',
  client: SFNClient,
  sees: [
    ...members.map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
    'Arn',
    'DefinitionString',
    'StateMachineName',
    'StateMachineType',
  ],
  list: (client) =>
    pagesOf(paginateListStateMachines({client, pageSize: 1000}, {}), ({stateMachines}) =>
      stateMachines?.flatMap(({stateMachineArn}) => stateMachineArn ?? []),
    ),
  get: {
    size: 1,
    read: async (client, [stateMachineArn]) => {
      const command = new DescribeStateMachineCommand({stateMachineArn})
      const answer = await unless(['StateMachineDoesNotExist'], client.send(command))
      return answer ? [answer] : []
    },
  },
  object: (answer) => {
    const {stateMachineArn: arn = '', name = '', definition = '', type = 'STANDARD', status} = answer
    return {
      id: arn,
      arn,
      name,
      ...(status === 'DELETING' ? {deleting: status} : {}),
      ...createdAt(answer.creationDate),
      properties: {
        ...capitalized(answer, members),
        Arn: arn,
        DefinitionString: definition,
        StateMachineName: name,
        StateMachineType: type,
      },
    }
  },
})
