import {
  GetSubscriptionAttributesCommand,
  paginateListSubscriptions,
  SNSClient,
  type Subscription,
} from '@aws-sdk/client-sns'

import {parseDocument} from '../../../catalog/normalizers/json-text.ts'
import type {JsonRecord} from '../../projectors/projector.ts'
import {named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'

const documents = ['DeliveryPolicy', 'FilterPolicy', 'RedrivePolicy', 'ReplayPolicy']

/** Subscriptions have no tags; one that nobody has confirmed yet has no ARN. */
export const subscription = serviceType<SNSClient, Subscription>({
  objectType: 'AWS::SNS::Subscription',
  client: SNSClient,
  sees: ['Arn', 'Endpoint', 'Protocol', 'TopicArn'],
  list: (client) =>
    pagesOf(paginateListSubscriptions({client}, {}), ({Subscriptions}) =>
      Subscriptions?.filter(({SubscriptionArn}) => SubscriptionArn?.startsWith('arn:')),
    ),
  object: (answer) => {
    const {SubscriptionArn: arn = ''} = answer
    return {
      id: arn,
      arn,
      tags: {},
      properties: {Arn: arn, ...named(answer, ['Endpoint', 'Protocol', 'TopicArn'])},
    }
  },
  parts: [
    {
      shows: [...documents, 'FilterPolicyScope', 'RawMessageDelivery', 'SubscriptionRoleArn'],
      read: async (client, [{SubscriptionArn} = {}]) => {
        const answer = await client.send(new GetSubscriptionAttributesCommand({SubscriptionArn}))
        return [{properties: settings(answer.Attributes ?? {})}]
      },
    },
  ],
})

function settings(attributes: Readonly<Record<string, string>>): JsonRecord {
  const {FilterPolicyScope, RawMessageDelivery, SubscriptionRoleArn} = attributes
  const parsed = documents.flatMap((name) => {
    const text = attributes[name]
    return text === undefined || text === '' ? [] : [[name, parseDocument(text)] as const]
  })
  return {
    ...Object.fromEntries(parsed),
    ...(FilterPolicyScope === undefined ? {} : {FilterPolicyScope}),
    ...(RawMessageDelivery === undefined ? {} : {RawMessageDelivery: RawMessageDelivery === 'true'}),
    ...(SubscriptionRoleArn === undefined ? {} : {SubscriptionRoleArn}),
  }
}
