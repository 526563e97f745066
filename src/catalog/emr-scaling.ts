import type {Bound} from './entry.ts'

const limits = 'ManagedScalingPolicy.ComputeLimits'

/**
 * How far managed scaling may set the size of a group or fleet. The bounds are of all of them together, so none goes above; where they
 * count vCPUs, an instance has at least one. The least is of all of them, too: one of them alone may be empty
 * (https://docs.aws.amazon.com/emr/latest/APIReference/API_ComputeLimits.html). Masters are not scaled.
 *
 * @param path of a group or fleet in its own object, or in that of the cluster
 */
export function managedScalingOf(cluster: string, path: string): Bound | undefined {
  const [, within, size] =
    /^(Instances\.CoreInstance(?:Group|Fleet)\.)?(InstanceCount|TargetOnDemandCapacity|TargetSpotCapacity)$/.exec(
      path,
    ) ?? []
  if (size === undefined) return undefined
  const most = [
    ...(within === undefined ? [] : ['MaximumCoreCapacityUnits']),
    ...(size === 'TargetOnDemandCapacity' ? ['MaximumOnDemandCapacityUnits'] : []),
    'MaximumCapacityUnits',
  ]
  return {
    by: 'EMR managed scaling',
    type: 'AWS::EMR::Cluster',
    id: cluster,
    most: most.map((name) => `${limits}.${name}`),
  }
}
