import {picked, textAt, unseenOf} from './document.ts'
import type {Projector} from './projector.ts'

const properties = [
  'Description',
  'EventBusName',
  'EventPattern',
  'Name',
  'RoleArn',
  'ScheduleExpression',
  'State',
  'Targets',
]

/**
 * Config keeps rules in the CloudFormation shape, but the published schema has no pattern
 * (https://github.com/awslabs/aws-config-resource-schema): it is compared where an item has one.
 */
export const eventsRule: Projector = {
  objectType: 'AWS::Events::Rule',
  sees: properties,
  project({resourceId, configuration, arn}) {
    const rule = picked(configuration, properties)
    const id = textAt(configuration, 'Arn') ?? arn ?? resourceId
    return {id, properties: rule, ...unseenOf(rule, ['EventPattern'])}
  },
}
