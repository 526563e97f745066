import {isArray, isRecord, type Json} from '../../model/value.ts'
import {filled, listed, recordAt, recordsAt, said, textAt, unseenOf} from './document.ts'
import {folded, sameName} from './folded.ts'
import {pascalKeys} from './pascal.ts'
import type {JsonRecord, Projector} from './projector.ts'

/** Named alike in the API and in CloudFormation. */
const plain = [
  'AllocatedStorage',
  'BacktrackWindow',
  'BackupRetentionPeriod',
  'CopyTagsToSnapshot',
  'DBClusterIdentifier',
  'DBClusterInstanceClass',
  'DatabaseName',
  'DeletionProtection',
  'Engine',
  'EngineMode',
  'EngineVersion',
  'Iops',
  'KmsKeyId',
  'MasterUsername',
  'MonitoringInterval',
  'MonitoringRoleArn',
  'NetworkType',
  'PerformanceInsightsEnabled',
  'PerformanceInsightsKmsKeyId',
  'PerformanceInsightsRetentionPeriod',
  'Port',
  'PreferredBackupWindow',
  'PreferredMaintenanceWindow',
  'ReplicationSourceIdentifier',
  'StorageEncrypted',
  'StorageType',
]
/** Likewise, but not in the published Config schema: compared where an item has them. */
const perhaps = ['ClusterScalabilityType', 'DBSystemId', 'DatabaseInsightsMode', 'EngineLifecycleSupport']
const derivedPerhaps = [
  'CertificateDetails',
  'EnableLocalWriteForwarding',
  'ManageMasterUserPassword',
  'MasterUserSecret',
]
const derived = [
  'AssociatedRoles',
  'AvailabilityZones',
  'DBClusterParameterGroupName',
  'DBSubnetGroupName',
  'Domain',
  'DomainIAMRoleName',
  'EnableCloudwatchLogsExports',
  'EnableGlobalWriteForwarding',
  'EnableHttpEndpoint',
  'EnableIAMDatabaseAuthentication',
  'ScalingConfiguration',
  'ServerlessV2ScalingConfiguration',
  'VpcSecurityGroupIds',
]

/** A cluster as DescribeDBClusters answers (https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html). */
export const rdsDbCluster: Projector = {
  objectType: 'AWS::RDS::DBCluster',
  sees: [...plain, ...perhaps, ...derivedPerhaps, ...derived],
  project({resourceId, resourceName, configuration}) {
    const cluster = folded(configuration)
    const properties = said({...sameName(cluster, [...plain, ...perhaps]), ...renamed(cluster)})
    const status = textAt(cluster, 'status')
    return {
      // Items are named after the resource id (cluster-...); the identifier is their name.
      id: (textAt(cluster, 'dbclusteridentifier') ?? resourceName ?? resourceId).toLowerCase(),
      ...(status === 'deleting' ? {deleting: status} : {}),
      properties,
      ...unseenOf(properties, [...perhaps, ...derivedPerhaps]),
    }
  },
}

function renamed(cluster: JsonRecord): JsonRecord {
  const domain = folded(recordsAt(cluster, 'domainmemberships')[0] ?? {})
  return said({
    AssociatedRoles: listed(recordsAt(cluster, 'associatedroles').map(associatedRole)),
    AvailabilityZones: zones(cluster['availabilityzones']),
    CertificateDetails: certificate(cluster),
    DBClusterParameterGroupName: cluster['dbclusterparametergroup'],
    DBSubnetGroupName: cluster['dbsubnetgroup'],
    Domain: domain['domain'],
    DomainIAMRoleName: domain['iamrolename'],
    EnableCloudwatchLogsExports: cluster['enabledcloudwatchlogsexports'],
    EnableGlobalWriteForwarding: cluster['globalwriteforwardingrequested'],
    EnableHttpEndpoint: cluster['httpendpointenabled'],
    EnableIAMDatabaseAuthentication: cluster['iamdatabaseauthenticationenabled'],
    EnableLocalWriteForwarding: localWriteForwarding(cluster),
    ...masterUserSecret(cluster),
    ScalingConfiguration: pascalKeys(recordAt(cluster, 'scalingconfigurationinfo')),
    ServerlessV2ScalingConfiguration: pascalKeys(recordAt(cluster, 'serverlessv2scalingconfiguration')),
    VpcSecurityGroupIds: securityGroups(cluster),
  })
}

function associatedRole(role: JsonRecord): JsonRecord {
  return filled({RoleArn: role['roleArn'], FeatureName: role['featureName']})
}

/** Texts, in some documents wrapped as `{"value": "eu-west-1a"}`. */
function zones(value: Json | undefined): Json | undefined {
  return isArray(value) ? value.map((zone) => (isRecord(zone) ? (zone['value'] ?? null) : zone)) : undefined
}

function certificate(cluster: JsonRecord): JsonRecord | undefined {
  const identifier = folded(recordAt(cluster, 'certificatedetails'))['caidentifier']
  return identifier === undefined ? undefined : {CAIdentifier: identifier}
}

function localWriteForwarding(cluster: JsonRecord): boolean | undefined {
  const status = textAt(cluster, 'localwriteforwardingstatus')
  return status === undefined ? undefined : ['enabled', 'enabling', 'requested'].includes(status)
}

/** RDS manages the password where it keeps a secret for it. */
function masterUserSecret(cluster: JsonRecord): JsonRecord {
  const secret = folded(recordAt(cluster, 'masterusersecret'))
  if (textAt(secret, 'secretarn') === undefined) return {}
  return said({ManageMasterUserPassword: true, MasterUserSecret: said({KmsKeyId: secret['kmskeyid']})})
}

function securityGroups(cluster: JsonRecord): Json | undefined {
  const groups = recordsAt(cluster, 'vpcsecuritygroups').map(folded)
  return listed(groups.flatMap(({status, vpcsecuritygroupid: id}) => (status === 'removing' ? [] : (id ?? []))))
}
