import {paginateListInstanceFleets, paginateListInstanceGroups, type Cluster, type EMRClient} from '@aws-sdk/client-emr'

import type {JsonRecord} from '../../projectors/projector.ts'
import {pagesOf} from '../answer.ts'
import {instanceFleet} from './instance-fleet.ts'
import {instanceGroup} from './instance-group.ts'
import {isThere} from './is-there.ts'

/** What `instancesOf` gives of Instances. */
export const collections = [
  'CoreInstanceFleet',
  'CoreInstanceGroup',
  'MasterInstanceFleet',
  'MasterInstanceGroup',
  'TaskInstanceFleets',
  'TaskInstanceGroups',
] as const

/** The groups of a cluster, or its fleets; it has either. */
export async function instancesOf(client: EMRClient, cluster: Cluster): Promise<JsonRecord> {
  const {Id: ClusterId, InstanceCollectionType} = cluster
  if (InstanceCollectionType === 'INSTANCE_FLEET') {
    const pages = pagesOf(paginateListInstanceFleets({client}, {ClusterId}), ({InstanceFleets}) => InstanceFleets)
    const fleets = (await Array.fromAsync(pages)).flat().filter(({Status}) => isThere(Status))
    return byRole('Fleet', (role) =>
      fleets.filter(({InstanceFleetType}) => InstanceFleetType === role).map(instanceFleet),
    )
  }
  const pages = pagesOf(paginateListInstanceGroups({client}, {ClusterId}), ({InstanceGroups}) => InstanceGroups)
  const groups = (await Array.fromAsync(pages)).flat().filter(({Status}) => isThere(Status))
  return byRole('Group', (role) =>
    groups.filter(({InstanceGroupType}) => InstanceGroupType === role).map(instanceGroup),
  )
}

function byRole(kind: 'Fleet' | 'Group', of: (role: string) => readonly JsonRecord[]): JsonRecord {
  const [core] = of('CORE')
  const [master] = of('MASTER')
  return {
    ...(core && {[`CoreInstance${kind}`]: core}),
    ...(master && {[`MasterInstance${kind}`]: master}),
    [`TaskInstance${kind}s`]: of('TASK'),
  }
}
