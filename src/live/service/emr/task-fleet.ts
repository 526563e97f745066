import {EMRClient, paginateListInstanceFleets, type InstanceFleet} from '@aws-sdk/client-emr'

import {named, pagesOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {ofClusters} from './clusters.ts'
import {instanceFleet} from './instance-fleet.ts'
import {isThere} from './is-there.ts'

/** Fleets of tasks; those of masters and cores come with their cluster. They have no tags. */
export const taskFleet = serviceType<EMRClient, InstanceFleet & {readonly cluster: string}>({
  objectType: 'AWS::EMR::InstanceFleetConfig',
  client: EMRClient,
  sees: [
    'ClusterId',
    'InstanceFleetId',
    'InstanceFleetType',
    'InstanceTypeConfigs',
    'LaunchSpecifications',
    'Name',
    'ProvisionedOnDemandCapacity',
    'ProvisionedSpotCapacity',
    'ResizeSpecifications',
    'TargetOnDemandCapacity',
    'TargetSpotCapacity',
  ],
  list: (client) =>
    pagesOf(
      ofClusters(client, (ClusterId) =>
        pagesOf(paginateListInstanceFleets({client}, {ClusterId}), ({InstanceFleets}) => InstanceFleets),
      ),
      (page) => page.filter(({InstanceFleetType, Status}) => InstanceFleetType === 'TASK' && isThere(Status)),
    ),
  object: ({cluster, ...fleet}) => ({
    id: `${cluster}|${fleet.Id}`,
    ...(fleet.Name === undefined ? {} : {name: fleet.Name}),
    tags: {},
    properties: {
      ...instanceFleet(fleet),
      ClusterId: cluster,
      InstanceFleetId: fleet.Id ?? '',
      InstanceFleetType: 'TASK',
      ...named(fleet, ['ProvisionedOnDemandCapacity', 'ProvisionedSpotCapacity']),
    },
  }),
})
