import {dbIdentifier} from './db-identifier.ts'
import {majorOf} from './engine-version.ts'
import type {SkipRule, TerraformType} from './entry.ts'

const computed = (what: string): SkipRule => ({skip: 'computed', because: what})
const whileCreating = (what: string): SkipRule => ({
  skip: 'write-only',
  because: `used when the cluster is made: ${what}`,
})
const whileDestroying: SkipRule = {skip: 'terraform-only', because: 'tells the provider what to do on destroy'}
const password: SkipRule = {skip: 'write-only', because: 'RDS never gives passwords back'}

/**
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html; it lacks the certificate,
 * which is named as in https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html
 */
export const entry = {
  type: 'aws_rds_cluster',
  confidence: 'curated',
  objectType: 'AWS::RDS::DBCluster',
  role: 'object',
  identity: ({cluster_identifier: name, id}) => dbIdentifier(name) ?? dbIdentifier(id),
  attributes: {
    allocated_storage: {to: 'AllocatedStorage', computed: true},
    allow_major_version_upgrade: {skip: 'terraform-only', because: 'allows the provider to upgrade'},
    apply_immediately: {skip: 'terraform-only', because: 'tells the provider when to apply changes'},
    availability_zones: {to: 'AvailabilityZones', as: 'set', computed: true},
    backtrack_window: {to: 'BacktrackWindow', default: 0},
    backup_retention_period: {to: 'BackupRetentionPeriod', default: 1},
    ca_certificate_identifier: {to: 'CertificateDetails.CAIdentifier', computed: true},
    ca_certificate_valid_till: computed('end of the certificate'),
    cluster_identifier: {to: 'DBClusterIdentifier', as: 'caseInsensitive'},
    cluster_identifier_prefix: {skip: 'terraform-only', because: 'the provider makes the identifier from it'},
    cluster_members: {skip: 'elsewhere', because: 'each member is an AWS::RDS::DBInstance, compared there'},
    cluster_resource_id: computed('the name of the cluster that never changes'),
    cluster_scalability_type: {to: 'ClusterScalabilityType', default: 'standard', computed: true},
    copy_tags_to_snapshot: {to: 'CopyTagsToSnapshot'},
    database_insights_mode: {to: 'DatabaseInsightsMode', default: 'standard', computed: true},
    database_name: {to: 'DatabaseName', computed: true},
    db_cluster_instance_class: {to: 'DBClusterInstanceClass'},
    db_cluster_parameter_group_name: {to: 'DBClusterParameterGroupName', as: 'caseInsensitive', computed: true},
    db_instance_parameter_group_name: {skip: 'write-only', because: 'used by upgrades of the major version alone'},
    db_subnet_group_name: {to: 'DBSubnetGroupName', as: 'caseInsensitive', computed: true},
    db_system_id: {to: 'DBSystemId', computed: true},
    delete_automated_backups: whileDestroying,
    deletion_protection: {to: 'DeletionProtection'},
    domain: {to: 'Domain'},
    domain_iam_role_name: {to: 'DomainIAMRoleName'},
    enable_global_write_forwarding: {to: 'EnableGlobalWriteForwarding'},
    enable_http_endpoint: {to: 'EnableHttpEndpoint'},
    enable_local_write_forwarding: {to: 'EnableLocalWriteForwarding'},
    enabled_cloudwatch_logs_exports: {to: 'EnableCloudwatchLogsExports', as: 'set'},
    endpoint: computed('DNS name'),
    engine: {to: 'Engine', as: 'caseInsensitive'},
    engine_lifecycle_support: {to: 'EngineLifecycleSupport', computed: true},
    engine_mode: {to: 'EngineMode', default: 'provisioned'},
    engine_version: {custom: 'the major version: members may let RDS upgrade the minor one by itself'},
    engine_version_actual: computed('engine_version declares it, perhaps less precisely'),
    final_snapshot_identifier: whileDestroying,
    global_cluster_identifier: {to: 'GlobalClusterIdentifier', computed: true},
    hosted_zone_id: computed('zone of the endpoint'),
    iam_database_authentication_enabled: {to: 'EnableIAMDatabaseAuthentication'},
    iam_roles: {to: 'AssociatedRoles', as: 'roleArns', computed: true},
    iops: {to: 'Iops', default: 0},
    kms_key_id: {to: 'KmsKeyId', as: 'kmsKey', computed: true},
    manage_master_user_password: {to: 'ManageMasterUserPassword'},
    master_password: password,
    master_password_wo: password,
    master_password_wo_version: {skip: 'terraform-only', because: 'makes the provider write the password again'},
    master_user_secret: computed('what RDS keeps in Secrets Manager'),
    master_user_secret_kms_key_id: {to: 'MasterUserSecret.KmsKeyId', as: 'kmsKey', computed: true},
    master_username: {to: 'MasterUsername', computed: true},
    monitoring_interval: {to: 'MonitoringInterval', default: 0},
    monitoring_role_arn: {to: 'MonitoringRoleArn'},
    network_type: {to: 'NetworkType', default: 'IPV4', computed: true},
    performance_insights_enabled: {to: 'PerformanceInsightsEnabled'},
    performance_insights_kms_key_id: {to: 'PerformanceInsightsKmsKeyId', as: 'kmsKey', computed: true},
    performance_insights_retention_period: {to: 'PerformanceInsightsRetentionPeriod', default: 0, computed: true},
    port: {to: 'Port', computed: true},
    preferred_backup_window: {to: 'PreferredBackupWindow', computed: true},
    preferred_maintenance_window: {to: 'PreferredMaintenanceWindow', as: 'caseInsensitive', computed: true},
    reader_endpoint: computed('DNS name'),
    replication_source_identifier: {to: 'ReplicationSourceIdentifier'},
    restore_to_point_in_time: whileCreating('where its data come from'),
    s3_import: whileCreating('where its data come from'),
    scaling_configuration: {
      to: 'ScalingConfiguration',
      block: 'single',
      // AWS tells of it for serverless clusters of the first version alone, and has defaults for all of it.
      computed: true,
      of: {
        auto_pause: {to: 'AutoPause', default: true},
        max_capacity: {to: 'MaxCapacity', default: 16},
        min_capacity: {to: 'MinCapacity', default: 1},
        seconds_before_timeout: {to: 'SecondsBeforeTimeout', computed: true},
        seconds_until_auto_pause: {to: 'SecondsUntilAutoPause', default: 300},
        timeout_action: {to: 'TimeoutAction', default: 'RollbackCapacityChange'},
      },
    },
    serverlessv2_scaling_configuration: {
      to: 'ServerlessV2ScalingConfiguration',
      block: 'single',
      of: {
        max_capacity: {to: 'MaxCapacity'},
        min_capacity: {to: 'MinCapacity', default: 0},
        seconds_until_auto_pause: {to: 'SecondsUntilAutoPause', computed: true},
      },
    },
    skip_final_snapshot: whileDestroying,
    snapshot_identifier: whileCreating('where its data come from'),
    source_region: whileCreating('region of the replication source'),
    storage_encrypted: {to: 'StorageEncrypted', computed: true},
    storage_type: {to: 'StorageType', default: 'aurora', computed: true},
    vpc_security_group_ids: {to: 'VpcSecurityGroupIds', as: 'set', computed: true},
  },
  project: ({attributes}, {id, location}) => {
    const {engine, engine_version: version} = attributes
    if (id === undefined || version === undefined) return []
    const value = typeof version === 'string' ? majorOf(version, engine) : version
    const property = {
      path: 'EngineVersion',
      value,
      attribute: 'engine_version',
      as: 'versionPrefix',
      computed: true,
    } as const
    return [{objectType: 'AWS::RDS::DBCluster', id, location, properties: [property]}]
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:rds:{region}:{account}:cluster:{id}',
    pseudo: ['CertificateDetails'],
    severity: {
      AssociatedRoles: 'high',
      DeletionProtection: 'high',
      EnableIAMDatabaseAuthentication: 'high',
      KmsKeyId: 'high',
      StorageEncrypted: 'high',
      VpcSecurityGroupIds: 'high',
    },
  },
} satisfies TerraformType
