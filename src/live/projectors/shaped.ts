import {isArray, isRecord, type Value} from '../../model/value.ts'
import {textAt} from './document.ts'
import type {Projector} from './projector.ts'

interface Shape {
  readonly objectType: string
  /** The property that is the primary identifier; the `resourceId` of many types is something else. */
  readonly id: string
  /**
   * Paths that AWS Config's published schema of the type does not have
   * (https://github.com/awslabs/aws-config-resource-schema): where a document does not show them either, they were not looked at.
   */
  readonly perhaps: readonly string[]
}

/** A type that AWS Config keeps in the CloudFormation shape, but not all of it. */
export function shaped({objectType, id, perhaps}: Shape): Projector {
  const paths = perhaps.map((path) => ({path, keys: path.split('.')}))
  return {
    objectType,
    sees: '*',
    project: ({resourceId, configuration}) => {
      const unseen = paths.filter(({keys}) => !shows(configuration, keys)).map(({path}) => path)
      return {
        id: textAt(configuration, id) ?? resourceId,
        ...(unseen.length > 0 ? {unseen} : {}),
        properties: configuration,
      }
    },
  }
}

/** Whether the document has something at a path; of a list, whether any element has. */
function shows(value: Value | undefined, [key, ...rest]: readonly string[]): boolean {
  if (isArray(value)) return value.some((item) => shows(item, key === undefined ? rest : [key, ...rest]))
  if (key === undefined) return value !== undefined && value !== null
  return isRecord(value) && shows(value[key], rest)
}
