import {
  AutoScalingClient,
  paginateDescribeScheduledActions,
  type ScheduledUpdateGroupAction,
} from '@aws-sdk/client-auto-scaling'

import {scheduledAction as projector} from '../../projectors/autoscaling-scheduled-action.ts'
import {pagesOf, projected, seenBy} from '../answer.ts'
import {serviceType} from '../read-type.ts'

export const scheduledAction = serviceType<AutoScalingClient, ScheduledUpdateGroupAction>({
  objectType: projector.objectType,
  client: AutoScalingClient,
  sees: seenBy(projector),
  list: (client) =>
    pagesOf(
      paginateDescribeScheduledActions({client, pageSize: 100}, {}),
      ({ScheduledUpdateGroupActions}) => ScheduledUpdateGroupActions,
    ),
  object: (action) => ({...projected(projector, action), tags: {}}),
})
