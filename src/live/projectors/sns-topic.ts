import type {Json} from '../../model/value.ts'
import {documentAt, listed, picked, said, textAt, unseenOf} from './document.ts'
import type {JsonRecord, Projector} from './projector.ts'

const plain = ['ContentBasedDeduplication', 'DisplayName', 'FifoTopic', 'KmsMasterKeyId']
/** Attributes of the API that the published Config schema does not list: compared where they show, and only there. */
const perhaps = ['ArchivePolicy', 'FifoThroughputScope', 'SignatureVersion', 'TracingConfig']

const protocols = {Application: 'application', Firehose: 'firehose', HTTP: 'http/s', Lambda: 'lambda', SQS: 'sqs'}
const feedback = ['FailureFeedbackRoleArn', 'SuccessFeedbackRoleArn', 'SuccessFeedbackSampleRate']

/** The attribute bag of GetTopicAttributes (https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html). */
export const snsTopic: Projector = {
  objectType: 'AWS::SNS::Topic',
  sees: [...plain, ...perhaps, 'DeliveryPolicy', 'DeliveryStatusLogging', 'TopicName', 'TopicPolicy.PolicyDocument'],
  project({resourceId, configuration}) {
    const id = textAt(configuration, 'TopicArn') ?? resourceId
    const policy = documentAt(configuration, 'Policy')
    const properties = {
      ...picked(configuration, [...plain, ...perhaps]),
      ...said({
        ArchivePolicy: documentAt(configuration, 'ArchivePolicy'),
        DeliveryPolicy: documentAt(configuration, 'DeliveryPolicy'),
        DeliveryStatusLogging: deliveryStatusLogging(configuration),
        // The display name may stand in the item's resourceName; the ARN always has the topic's own.
        TopicName: id.split(':').at(-1),
        TopicPolicy: policy === undefined ? undefined : {PolicyDocument: policy},
      }),
    }
    return {id, properties, ...unseenOf(properties, perhaps)}
  },
}

function deliveryStatusLogging(attributes: JsonRecord): readonly Json[] | undefined {
  const logging = Object.entries(protocols).map(([prefix, Protocol]) => ({
    Protocol,
    ...said(Object.fromEntries(feedback.map((name) => [name, attributes[`${prefix}${name}`]]))),
  }))
  return listed(logging.filter((entry) => Object.keys(entry).length > 1))
}
