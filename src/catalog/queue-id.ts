import type {Value} from '../model/value.ts'

/**
 * The primary identifier of a queue is its URL. Queues made through the older endpoints (`queue.amazonaws.com`,
 * `us-west-2.queue.amazonaws.com`, https://docs.aws.amazon.com/general/latest/gr/sqs-service.html; `cn-north-1.queue.amazonaws.com.cn`, as
 * botocore's endpoints have it) show another host for the same queue.
 */
export function queueId(url: Value | undefined): string | undefined {
  if (typeof url !== 'string' || url === '') return undefined
  return url.replace(
    legacyHost,
    (_, region: string | undefined, china = '') => `https://sqs.${region ?? 'us-east-1'}.amazonaws.com${china}/`,
  )
}

const legacyHost = /^https?:\/\/(?:([a-z0-9-]+)\.)?queue\.amazonaws\.com(\.cn)?\//
