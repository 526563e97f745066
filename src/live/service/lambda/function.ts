import {
  GetFunctionCodeSigningConfigCommand,
  GetFunctionConcurrencyCommand,
  GetFunctionRecursionConfigCommand,
  GetPolicyCommand,
  LambdaClient,
  type FunctionConfiguration,
} from '@aws-sdk/client-lambda'

import {permissionsOf} from '../../../catalog/function-permission.ts'
import {parseDocument} from '../../../catalog/normalizers/json-text.ts'
import {lambdaFunction as projector} from '../../projectors/lambda-function.ts'
import type {JsonRecord} from '../../projectors/projector.ts'
import {named, projected, seenBy} from '../answer.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'
import {functions} from './functions.ts'

/** The names of environment variables are people's own. */
const maps = new Set(['Variables'])
const younger = ['CapacityProviderConfig', 'DurableConfig', 'TenancyConfig'] as const

export const lambdaFunction = serviceType<LambdaClient, FunctionConfiguration>({
  objectType: projector.objectType,
  client: LambdaClient,
  sees: [...seenBy(projector).filter((path) => !path.startsWith('ReservedConcurrent')), ...younger],
  list: functions,
  object: (configuration) => {
    // What the service leaves out is not set, where it may be missing from a recording.
    const {unseen: _, ...object} = projected(projector, configuration, maps)
    const {FunctionArn: arn, Environment} = configuration
    return {
      ...object,
      // Whoever may not use the key that encrypts them does not see the variables.
      ...(Environment?.Error === undefined ? {} : {unseen: ['Environment']}),
      ...(arn === undefined ? {} : {arn}),
      properties: {...object.properties, ...named(configuration, younger)},
    }
  },
  parts: [
    {
      shows: ['Permissions'],
      read: async (client, [{FunctionName} = {}]) => {
        const answer = await unless(['ResourceNotFoundException'], client.send(new GetPolicyCommand({FunctionName})))
        const permissions = answer?.Policy === undefined ? [] : permissionsOf(parseDocument(answer.Policy))
        return [{properties: {Permissions: permissions} as JsonRecord}]
      },
    },
    {
      shows: ['ReservedConcurrentExecutions'],
      read: async (client, [{FunctionName} = {}]) => {
        const answer = await client.send(new GetFunctionConcurrencyCommand({FunctionName}))
        return [{properties: named(answer, ['ReservedConcurrentExecutions'])}]
      },
    },
    {
      shows: ['CodeSigningConfigArn'],
      // Images are not signed this way.
      when: ({PackageType}) => PackageType !== 'Image',
      read: async (client, [{FunctionName} = {}]) => {
        const answer = await client.send(new GetFunctionCodeSigningConfigCommand({FunctionName}))
        return [{properties: named(answer, ['CodeSigningConfigArn'])}]
      },
    },
    {
      shows: ['RecursiveLoop'],
      read: async (client, [{FunctionName} = {}]) => {
        const answer = await client.send(new GetFunctionRecursionConfigCommand({FunctionName}))
        return [{properties: named(answer, ['RecursiveLoop'])}]
      },
    },
  ],
})
