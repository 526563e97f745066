import type {GeneratedObject} from '../../catalog/derived.ts'
import {generatedFor} from '../../catalog/generated.ts'
import type {ObjectType} from '../../model/live.ts'

/** What the CloudFormation registry says of a type that Cloud Control can read; undefined where it cannot. */
export async function factsOf(type: ObjectType): Promise<GeneratedObject | undefined> {
  const facts = (await generatedFor(type))?.objects[type]
  return facts?.read === undefined ? undefined : facts
}
