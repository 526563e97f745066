import {GetTopicAttributesCommand, paginateListTopics, SNSClient} from '@aws-sdk/client-sns'

import {snsTopic} from '../../projectors/sns-topic.ts'
import {pagesOf, plain, seenBy} from '../answer.ts'
import type {JsonRecord} from '../../projectors/projector.ts'
import {unless} from '../place.ts'
import {serviceType} from '../read-type.ts'

interface Topic {
  readonly arn: string
  readonly attributes: Readonly<Record<string, string>>
}

export const topic = serviceType<SNSClient, Topic>({
  objectType: snsTopic.objectType,
  client: SNSClient,
  sees: seenBy(snsTopic),
  list: (client) =>
    pagesOf(paginateListTopics({client}, {}), ({Topics}) => Topics?.flatMap(({TopicArn}) => TopicArn ?? [])),
  get: {
    size: 1,
    read: async (client, [arn = '']) => {
      const command = new GetTopicAttributesCommand({TopicArn: arn})
      const answer = await unless(['NotFoundException', 'NotFound'], client.send(command))
      return answer ? [{arn, attributes: answer.Attributes ?? {}}] : []
    },
  },
  object: ({arn, attributes}) => {
    // The service shows what is set: the rest is not, where it may be missing from a recording.
    const configuration = plain(attributes) as JsonRecord
    const {unseen: _, ...object} = snsTopic.project({resourceId: arn, configuration, supplementary: {}})
    return {...object, arn}
  },
})
