import type {GetTopicAttributesInput, ListTopicsInput} from '@aws-sdk/client-sns'
import type {GetQueueAttributesRequest, ListQueuesRequest} from '@aws-sdk/client-sqs'

import {AwsFault} from '../wire/fault.ts'
import {apisOf, type Api} from './api.ts'
import {documentOf, objectOf, objectsOf} from './objects.ts'

const [queue, topic] = ['AWS::SQS::Queue', 'AWS::SNS::Topic']

const listQueues: Api<ListQueuesRequest> = ({NextToken: token, MaxResults: size}, context) => {
  const {objects, next} = objectsOf(queue, context, {token, size})
  return {QueueUrls: objects.map(({id}) => id), ...(next && {NextToken: next})}
}

/** All that Config keeps but the name and the address. */
const getQueue: Api<GetQueueAttributesRequest> = ({QueueUrl = ''}, context) => {
  const found = objectOf(queue, QueueUrl, context)
  if (!found) throw new AwsFault('QueueDoesNotExist', 'The specified queue does not exist.')
  const {QueueName: _name, QueueUrl: _url, ...Attributes} = documentOf(found)
  return {Attributes}
}

const listTopics: Api<ListTopicsInput> = ({NextToken: token}, context) => {
  const {objects, next} = objectsOf(topic, context, {token, size: 100})
  return {Topics: objects.map(({id}) => ({TopicArn: id})), ...(next && {NextToken: next})}
}

const getTopic: Api<GetTopicAttributesInput> = ({TopicArn = ''}, context) => {
  const found = objectOf(topic, TopicArn, context)
  if (!found) throw new AwsFault('NotFound', 'Topic does not exist', 404)
  return {Attributes: documentOf(found)}
}

export const messages = {
  ...apisOf('sqs', {ListQueues: listQueues, GetQueueAttributes: getQueue}),
  ...apisOf('sns', {ListTopics: listTopics, GetTopicAttributes: getTopic}),
}
