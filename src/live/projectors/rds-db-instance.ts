import {isArray, type Json} from '../../model/value.ts'
import {listed, recordAt, recordsAt, said, textAt, unseenOf} from './document.ts'
import {folded, sameName} from './folded.ts'
import type {JsonRecord, Projector} from './projector.ts'

/** Named alike in the API and in CloudFormation. */
const plain = [
  'AllocatedStorage',
  'AutoMinorVersionUpgrade',
  'AvailabilityZone',
  'BackupRetentionPeriod',
  'CACertificateIdentifier',
  'CharacterSetName',
  'CopyTagsToSnapshot',
  'CustomerOwnedIpEnabled',
  'DBClusterIdentifier',
  'DBInstanceClass',
  'DBInstanceIdentifier',
  'DBName',
  'DeletionProtection',
  'Engine',
  'EngineVersion',
  'Iops',
  'KmsKeyId',
  'LicenseModel',
  'MasterUsername',
  'MaxAllocatedStorage',
  'MonitoringInterval',
  'MonitoringRoleArn',
  'MultiAZ',
  'NcharCharacterSetName',
  'PerformanceInsightsKMSKeyId',
  'PerformanceInsightsRetentionPeriod',
  'PreferredBackupWindow',
  'PreferredMaintenanceWindow',
  'PromotionTier',
  'PubliclyAccessible',
  'ReplicaMode',
  'StorageEncrypted',
  'StorageType',
  'Timezone',
]
/** Likewise, but not in the published Config schema: compared where an item has them. */
const perhaps = [
  'BackupTarget',
  'CustomIAMInstanceProfile',
  'DatabaseInsightsMode',
  'DedicatedLogVolume',
  'EngineLifecycleSupport',
  'NetworkType',
  'StorageThroughput',
]
const derived = [
  'DBParameterGroupName',
  'DBSubnetGroupName',
  'Domain',
  'DomainFqdn',
  'DomainIAMRoleName',
  'EnableCloudwatchLogsExports',
  'EnableIAMDatabaseAuthentication',
  'EnablePerformanceInsights',
  'ManageMasterUserPassword',
  'MasterUserSecret.KmsKeyId',
  'OptionGroupName',
  'Port',
  'SourceDBInstanceIdentifier',
  'VPCSecurityGroups',
]

/**
 * An instance as DescribeDBInstances answers (https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html). How the
 * capitals at the start of a name come out differs between documents (`dBInstanceClass`, `dbInstanceClass`), so names are read without regard to case.
 */
export const rdsDbInstance: Projector = {
  objectType: 'AWS::RDS::DBInstance',
  sees: [...plain, ...perhaps, ...derived],
  project({resourceId, resourceName, configuration}) {
    const instance = folded(configuration)
    const properties = said({...sameName(instance, [...plain, ...perhaps]), ...renamed(instance)})
    const status = textAt(instance, 'dbinstancestatus')
    return {
      // Items are named after the resource id (db-...); the identifier is their name.
      id: (textAt(instance, 'dbinstanceidentifier') ?? resourceName ?? resourceId).toLowerCase(),
      ...(status === 'deleting' ? {deleting: status} : {}),
      properties,
      ...unseenOf(properties, [...perhaps, 'ManageMasterUserPassword', 'MasterUserSecret']),
    }
  },
}

function renamed(instance: JsonRecord): JsonRecord {
  const domain = folded(recordsAt(instance, 'domainmemberships')[0] ?? {})
  return said({
    DBParameterGroupName: folded(recordsAt(instance, 'dbparametergroups')[0] ?? {})['dbparametergroupname'],
    DBSubnetGroupName: folded(recordAt(instance, 'dbsubnetgroup'))['dbsubnetgroupname'],
    Domain: domain['domain'],
    DomainAuthSecretArn: domain['authsecretarn'],
    DomainDnsIps: domain['dnsips'],
    DomainFqdn: domain['fqdn'],
    DomainIAMRoleName: domain['iamrolename'],
    DomainOu: domain['ou'],
    EnableCloudwatchLogsExports: list(instance['enabledcloudwatchlogsexports']),
    EnableIAMDatabaseAuthentication: instance['iamdatabaseauthenticationenabled'],
    EnablePerformanceInsights: instance['performanceinsightsenabled'],
    ...masterUserSecret(instance),
    OptionGroupName: optionGroup(instance),
    Port: port(instance),
    SourceDBInstanceIdentifier: instance['readreplicasourcedbinstanceidentifier'],
    VPCSecurityGroups: securityGroups(instance),
  })
}

/** RDS manages the password where it keeps a secret for it. */
function masterUserSecret(instance: JsonRecord): JsonRecord {
  const secret = folded(recordAt(instance, 'masterusersecret'))
  if (textAt(secret, 'secretarn') === undefined) return {}
  return said({ManageMasterUserPassword: true, MasterUserSecret: said({KmsKeyId: secret['kmskeyid']})})
}

/** A membership that is on its way out still shows until the next maintenance. */
function optionGroup(instance: JsonRecord): Json | undefined {
  const memberships = recordsAt(instance, 'optiongroupmemberships').map(folded)
  return memberships.find(({status}) => typeof status !== 'string' || !status.includes('remov'))?.['optiongroupname']
}

function securityGroups(instance: JsonRecord): Json | undefined {
  const groups = recordsAt(instance, 'vpcsecuritygroups').map(folded)
  return listed(groups.flatMap(({status, vpcsecuritygroupid: id}) => (status === 'removing' ? [] : (id ?? []))))
}

/** The port of the instance itself says 0 in every document but those of Outposts. */
function port(instance: JsonRecord): Json | undefined {
  const {port: ofEndpoint} = folded(recordAt(instance, 'endpoint'))
  return ofEndpoint ?? (instance['dbinstanceport'] === 0 ? undefined : instance['dbinstanceport'])
}

function list(value: Json | undefined): Json | undefined {
  return isArray(value) ? listed(value) : undefined
}
