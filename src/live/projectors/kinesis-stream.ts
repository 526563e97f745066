import {picked, textAt, unseenOf} from './document.ts'
import type {Projector} from './projector.ts'

const shown = ['Name', 'RetentionPeriodHours', 'ShardCount', 'StreamEncryption']
const perhaps = ['DesiredShardLevelMetrics', 'MaxRecordSizeInKiB', 'StreamModeDetails']

/**
 * Config keeps streams in the CloudFormation shape, but the published schema has four properties of it
 * (https://github.com/awslabs/aws-config-resource-schema): the others are compared where an item has them.
 */
export const kinesisStream: Projector = {
  objectType: 'AWS::Kinesis::Stream',
  sees: [...shown, ...perhaps],
  project({resourceId, resourceName, configuration}) {
    const properties = picked(configuration, [...shown, ...perhaps])
    return {
      id: textAt(configuration, 'Name') ?? resourceName ?? resourceId,
      properties,
      ...unseenOf(properties, perhaps),
    }
  },
}
