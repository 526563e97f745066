/** An Amazon Resource Name, kept apart from ids and addresses. */
export type Arn = string & {readonly __brand?: 'Arn'}

export interface ArnParts {
  /** `aws`, `aws-cn`, `aws-us-gov`, ... */
  readonly partition: string
  readonly service: string
  /** Absent in ARNs of global resources. */
  readonly region: string | undefined
  /** Absent in ARNs of S3 buckets and the like. */
  readonly account: string | undefined
  /** All after the account: `instance/i-0abc`, `role/path/name`, `log-group:/aws/lambda/f:*`. */
  readonly resource: string
}

/** @returns undefined for text that is no ARN (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html) */
export function parseArn(text: unknown): ArnParts | undefined {
  if (typeof text !== 'string' || !text.startsWith('arn:')) return undefined
  const [, partition, service, region, account, ...resource] = text.split(':')
  if (!partition || !service || resource.length === 0) return undefined
  return {partition, service, region: region || undefined, account: account || undefined, resource: resource.join(':')}
}
