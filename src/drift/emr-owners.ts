import type {LiveObject} from '../model/live.ts'
import type {Value} from '../model/value.ts'
import type {OwnerRule} from './owners.ts'

/**
 * EMR deletes no group and no fleet: to destroy one, the provider takes all instances out of it, and it stays in the lists until its
 * cluster ends (internal/service/emr/instance_group.go and instance_fleet.go).
 */
export const emrOwners: Readonly<Record<string, OwnerRule>> = {
  'AWS::EMR::InstanceGroupConfig': emptied('JobFlowId', ['InstanceCount', 'RunningInstanceCount']),
  'AWS::EMR::InstanceFleetConfig': emptied('ClusterId', [
    'TargetOnDemandCapacity',
    'TargetSpotCapacity',
    'ProvisionedOnDemandCapacity',
    'ProvisionedSpotCapacity',
  ]),
}

/** What has no instances, and is to have none. */
function emptied(clusterIn: string, counts: readonly string[]): OwnerRule {
  return ({properties}: LiveObject) => {
    const cluster: Value | undefined = properties[clusterIn]
    if (typeof cluster !== 'string' || !counts.every((name) => properties[name] === 0)) return undefined
    return {ownedBy: `EMR cluster ${cluster}`, evidence: 'it has no instances left, and goes when the cluster ends'}
  }
}
