import {unless} from '../place.ts'

/** A resource by the last part of its ARN, which is its name. */
export function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}

/** SageMaker says of what is not there either that it is not there, or that the request for it was wrong. */
const gone = ['ResourceNotFound', 'ResourceNotFoundException', 'ValidationException']

/** None where the resource does not exist. */
export async function found<T>(answer: Promise<T>): Promise<readonly T[]> {
  const resource = await unless(gone, answer)
  return resource === undefined ? [] : [resource]
}
