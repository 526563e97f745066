import type {CacheCluster, LogDeliveryConfiguration} from '@aws-sdk/client-elasticache'

/** Where logs go, without how far the delivery has got. */
export function logDeliveries(configurations: readonly LogDeliveryConfiguration[] = []): readonly object[] {
  return configurations.map(({DestinationDetails, DestinationType, LogFormat, LogType}) => ({
    DestinationDetails,
    DestinationType,
    LogFormat,
    LogType,
  }))
}

/** The zones of the nodes, which the cluster itself names only where there is one. */
export function zonesOf({CacheNodes = [], PreferredAvailabilityZone}: CacheCluster): readonly string[] {
  const zones = CacheNodes.flatMap(({CustomerAvailabilityZone}) => CustomerAvailabilityZone ?? [])
  return zones.length > 0 || PreferredAvailabilityZone === undefined ? zones : [PreferredAvailabilityZone]
}
