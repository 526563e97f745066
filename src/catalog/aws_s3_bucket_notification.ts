import {isArray, type Value, type ValueRecord} from '../model/value.ts'
import {blocksOf, declared} from './blocks.ts'
import type {ProjectedElement, TerraformType} from './entry.ts'
import {bucketPart, bucketPartAttributes, onBucket} from './s3-bucket-part.ts'

const targets = {
  lambda_function: {
    path: 'NotificationConfiguration.LambdaConfigurations',
    target: 'Function',
    arn: 'lambda_function_arn',
  },
  queue: {path: 'NotificationConfiguration.QueueConfigurations', target: 'Queue', arn: 'queue_arn'},
  topic: {path: 'NotificationConfiguration.TopicConfigurations', target: 'Topic', arn: 'topic_arn'},
} as const

/**
 * The whole notification configuration of a bucket. In CloudFormation an entry has one event and no id, so a block with several
 * events is several elements, and ids are not compared
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-notificationconfiguration.html).
 */
export const entry = {
  ...bucketPart,
  type: 'aws_s3_bucket_notification',
  attributes: {
    ...bucketPartAttributes,
    eventbridge: {to: 'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled'},
    lambda_function: {custom: 'elements of LambdaConfigurations'},
    queue: {custom: 'elements of QueueConfigurations'},
    topic: {custom: 'elements of TopicConfigurations'},
  },
  project(resource, own) {
    const elements = Object.entries(targets).flatMap(([attribute, {path, target, arn}]) =>
      blocksOf(resource.attributes[attribute]).flatMap((block) =>
        events(block['events']).map((event): ProjectedElement => {
          const element = {Event: event, [target]: block[arn] ?? null, ...filter(block)}
          return {path, element, attribute, as: 'bucketNotification'}
        }),
      ),
    )
    return onBucket(own, {elements, exclusive: Object.values(targets).map(({path}) => path)})
  },
} satisfies TerraformType

function events(value: Value | undefined): readonly Value[] {
  return isArray(value) ? value : []
}

function filter({filter_prefix: prefix, filter_suffix: suffix}: ValueRecord): ValueRecord {
  const rules = Object.entries(declared({prefix, suffix})).map(([Name, text]) => ({Name, Value: text}))
  return rules.length > 0 ? {Filter: {S3Key: {Rules: rules}}} : {}
}
