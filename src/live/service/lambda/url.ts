import {LambdaClient, paginateListFunctionUrlConfigs, type FunctionUrlConfig} from '@aws-sdk/client-lambda'

import {named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {functions} from './functions.ts'

/** A function, and each alias of it, has one URL at most; they have no tags. */
export const url = serviceType<LambdaClient, FunctionUrlConfig>({
  objectType: 'AWS::Lambda::Url',
  client: LambdaClient,
  sees: ['AuthType', 'Cors', 'FunctionArn', 'FunctionUrl', 'InvokeMode', 'Qualifier'],
  async *list(client) {
    for await (const page of functions(client)) {
      for (const {FunctionName} of page) {
        const pages = paginateListFunctionUrlConfigs({client, pageSize: 50}, {FunctionName})
        yield* pagesOf(pages, ({FunctionUrlConfigs}) => FunctionUrlConfigs)
      }
    }
  },
  object: (answer) => {
    const {FunctionArn: id = ''} = answer
    // arn:aws:lambda:REGION:ACCOUNT:function:NAME:QUALIFIER
    const qualifier = id.split(':')[7]
    return {
      id,
      tags: {},
      properties: {
        ...named(answer, ['AuthType', 'Cors', 'FunctionArn', 'FunctionUrl', 'InvokeMode']),
        ...(qualifier === undefined ? {} : {Qualifier: qualifier}),
      },
    }
  },
})
