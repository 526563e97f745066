import {listed, recordAt, recordsAt, said, textAt, unseenOf} from './document.ts'
import {pascal} from './pascal.ts'
import type {JsonRecord, Projector} from './projector.ts'

/** Not in every document: Config records more of the schema from year to year, and the first recordings held a few members only. */
const shownSometimes = [
  'AccessConfig',
  'ComputeConfig',
  'ControlPlaneScalingConfig',
  'DeletionProtection',
  'KubernetesNetworkConfig',
  'KubernetesNetworkConfig.ElasticLoadBalancing',
  'OutpostConfig',
  'RemoteNetworkConfig',
  'ResourcesVpcConfig.EndpointPrivateAccess',
  'ResourcesVpcConfig.EndpointPublicAccess',
  'ResourcesVpcConfig.PublicAccessCidrs',
  'StorageConfig',
  'UpgradePolicy',
  'ZonalShiftConfig',
]

/** Off where a whole document does not show them, unseen where one of the first recordings does not. */
const offByDefault = ['EncryptionConfig', 'Logging']

/**
 * AWS Config keeps clusters in the CloudFormation shape, so that this only says what it shows; the answer of DescribeCluster
 * (https://docs.aws.amazon.com/eks/latest/APIReference/API_Cluster.html) differs from it by case and in how it tells of logging.
 */
export const eksCluster: Projector = {
  objectType: 'AWS::EKS::Cluster',
  sees: [
    ...shownSometimes,
    ...offByDefault,
    'Name',
    'ResourcesVpcConfig.SecurityGroupIds',
    'ResourcesVpcConfig.SubnetIds',
    'RoleArn',
    'Version',
  ],
  project: ({resourceId, resourceName, configuration}) => {
    const properties = 'Name' in configuration ? configuration : described(configuration)
    const name = textAt(properties, 'Name') ?? resourceName ?? resourceId
    const isWhole = recordAt(properties, 'ResourcesVpcConfig')['EndpointPublicAccess'] !== undefined
    const status = textAt(properties, 'ClusterStatus') ?? textAt(properties, 'Status')
    return {
      id: name,
      name,
      ...(status === 'DELETING' ? {deleting: status} : {}),
      ...unseenOf(properties, isWhole ? shownSometimes : [...shownSometimes, ...offByDefault]),
      properties,
    }
  },
}

function described(cluster: JsonRecord): JsonRecord {
  const types = recordsAt(recordAt(cluster, 'logging'), 'clusterLogging')
    .filter((setup) => setup['enabled'] === true)
    .flatMap((setup) => (Array.isArray(setup['types']) ? setup['types'] : []))
    .map((type) => ({Type: type as string}))
  const EnabledTypes = listed(types)
  return said({
    ...(pascal(cluster) as JsonRecord),
    Logging: EnabledTypes === undefined ? undefined : {ClusterLogging: {EnabledTypes}},
  })
}
