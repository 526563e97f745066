import {picked, textAt} from './document.ts'
import {pascalKeys} from './pascal.ts'
import type {Projector} from './projector.ts'

const plain = [
  'AutoScalingGroupName',
  'DesiredCapacity',
  'EndTime',
  'MaxSize',
  'MinSize',
  'Recurrence',
  'ScheduledActionName',
  'TimeZone',
]

/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_ScheduledUpdateGroupAction.html */
export const scheduledAction: Projector = {
  objectType: 'AWS::AutoScaling::ScheduledAction',
  sees: plain,
  project: ({resourceId, configuration}) => {
    const properties = picked(pascalKeys(configuration), plain)
    const name = textAt(properties, 'ScheduledActionName')
    const group = textAt(properties, 'AutoScalingGroupName')
    return {id: name === undefined || group === undefined ? resourceId : `${name}|${group}`, properties}
  },
}
