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
  const [, partition, service, region, account, resource] = (typeof text === 'string' && parts.exec(text)) || []
  if (!partition || !service || resource === undefined) return undefined
  return {partition, service, region: region || undefined, account: account || undefined, resource}
}

/** Asked of every object and every tag of a scan: several times as fast as to split and join. */
const parts = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):(.*)$/s
