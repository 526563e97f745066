import {LambdaClient, paginateListAliases, type AliasConfiguration} from '@aws-sdk/client-lambda'

import {named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {functions} from './functions.ts'

/** Aliases are listed by function and have no tags. */
export const alias = serviceType<LambdaClient, AliasConfiguration>({
  objectType: 'AWS::Lambda::Alias',
  client: LambdaClient,
  sees: ['AliasArn', 'Description', 'FunctionName', 'FunctionVersion', 'Name', 'RoutingConfig'],
  async *list(client) {
    for await (const page of functions(client)) {
      for (const {FunctionName} of page) {
        yield* pagesOf(paginateListAliases({client, pageSize: 50}, {FunctionName}), ({Aliases}) => Aliases)
      }
    }
  },
  object: (answer) => {
    const {AliasArn: arn = '', Name: name = ''} = answer
    return {
      id: arn,
      arn,
      name,
      tags: {},
      properties: {
        ...named(answer, ['AliasArn', 'Description', 'FunctionVersion', 'Name']),
        FunctionName: arn.slice(0, arn.lastIndexOf(':')),
        RoutingConfig: routing(answer),
      },
    }
  },
})

function routing({RoutingConfig}: AliasConfiguration) {
  const weights = Object.entries(RoutingConfig?.AdditionalVersionWeights ?? {})
  if (weights.length === 0) return {}
  return {
    AdditionalVersionWeights: weights.map(([FunctionVersion, FunctionWeight]) => ({FunctionVersion, FunctionWeight})),
  }
}
