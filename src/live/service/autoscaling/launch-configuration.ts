import {
  AutoScalingClient,
  paginateDescribeLaunchConfigurations,
  type LaunchConfiguration,
} from '@aws-sdk/client-auto-scaling'

import {launchConfiguration as projector} from '../../projectors/autoscaling-launch-configuration.ts'
import {createdAt, pagesOf, projected, seenBy} from '../answer.ts'
import {serviceType} from '../read-type.ts'

/** Launch configurations have no tags. */
export const launchConfiguration = serviceType<AutoScalingClient, LaunchConfiguration>({
  objectType: projector.objectType,
  client: AutoScalingClient,
  sees: seenBy(projector),
  list: (client) =>
    pagesOf(
      paginateDescribeLaunchConfigurations({client, pageSize: 100}, {}),
      ({LaunchConfigurations}) => LaunchConfigurations,
    ),
  object: (answer) => {
    // The service shows the user data of each, if only that it is empty.
    const {unseen: _, ...object} = projected(projector, answer)
    return {
      ...object,
      tags: {},
      ...(answer.LaunchConfigurationARN === undefined ? {} : {arn: answer.LaunchConfigurationARN}),
      ...createdAt(answer.CreatedTime),
    }
  },
})
