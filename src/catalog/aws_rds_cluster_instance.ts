import {dbIdentifier} from './db-identifier.ts'
import {clusterInstanceParts} from './db-instance-parts.ts'
import type {SkipRule, TerraformType} from './entry.ts'

const computed = (what: string): SkipRule => ({skip: 'computed', because: what})
const ofCluster: SkipRule = {skip: 'elsewhere', because: 'a property of the cluster, where aws_rds_cluster declares it'}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_instance */
export const entry = {
  type: 'aws_rds_cluster_instance',
  confidence: 'curated',
  objectType: 'AWS::RDS::DBInstance',
  role: 'object',
  identity: ({identifier, id}) => dbIdentifier(identifier) ?? dbIdentifier(id),
  attributes: {
    apply_immediately: {skip: 'terraform-only', because: 'tells the provider when to apply changes'},
    auto_minor_version_upgrade: {to: 'AutoMinorVersionUpgrade'},
    availability_zone: {to: 'AvailabilityZone', computed: true},
    ca_cert_identifier: {to: 'CACertificateIdentifier', computed: true},
    cluster_identifier: {to: 'DBClusterIdentifier', as: 'caseInsensitive'},
    copy_tags_to_snapshot: {to: 'CopyTagsToSnapshot'},
    custom_iam_instance_profile: {to: 'CustomIAMInstanceProfile'},
    db_parameter_group_name: {to: 'DBParameterGroupName', as: 'caseInsensitive', computed: true},
    db_subnet_group_name: {to: 'DBSubnetGroupName', as: 'caseInsensitive', computed: true},
    dbi_resource_id: computed('the name of the instance that never changes'),
    endpoint: computed('DNS name'),
    engine: {to: 'Engine', as: 'caseInsensitive'},
    engine_version: {custom: 'the part of it that automatic minor upgrades leave alone'},
    engine_version_actual: computed('engine_version declares it, perhaps less precisely'),
    force_destroy: {skip: 'terraform-only', because: 'tells the provider what to do on destroy'},
    identifier: {to: 'DBInstanceIdentifier', as: 'caseInsensitive'},
    identifier_prefix: {skip: 'terraform-only', because: 'the provider makes the identifier from it'},
    instance_class: {to: 'DBInstanceClass'},
    kms_key_id: ofCluster,
    monitoring_interval: {to: 'MonitoringInterval', default: 0},
    monitoring_role_arn: {to: 'MonitoringRoleArn', computed: true},
    network_type: ofCluster,
    performance_insights_enabled: {to: 'EnablePerformanceInsights', computed: true},
    performance_insights_kms_key_id: {to: 'PerformanceInsightsKMSKeyId', as: 'kmsKey', computed: true},
    performance_insights_retention_period: {to: 'PerformanceInsightsRetentionPeriod', default: 0, computed: true},
    port: ofCluster,
    preferred_backup_window: ofCluster,
    preferred_maintenance_window: {to: 'PreferredMaintenanceWindow', as: 'caseInsensitive', computed: true},
    promotion_tier: {to: 'PromotionTier', default: 0},
    publicly_accessible: {to: 'PubliclyAccessible', computed: true},
    storage_encrypted: ofCluster,
    writer: computed('changes with each failover'),
  },
  project: clusterInstanceParts,
} satisfies TerraformType
