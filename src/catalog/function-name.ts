import type {Value} from '../model/value.ts'

/**
 * The name of a function, from any of the ways to name it
 * (https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html): `resize`, `resize:live`, `123456789012:function:resize`, or its
 * ARN with or without the version or alias at the end.
 */
export function functionName(reference: Value | undefined): string | undefined {
  return typeof reference === 'string' ? reference.match(form)?.[1] : undefined
}

const form = /^(?:arn:[^:]+:lambda:[^:]*:\d*:function:|\d{12}:function:)?([^:]+)/
