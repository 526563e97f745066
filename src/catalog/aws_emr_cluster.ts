import {emrConfigurations, splitList} from './emr-values.ts'
import {coreGroup, instanceFleet, masterGroup} from './emr-instances.ts'
import {managedScalingOf} from './emr-scaling.ts'
import type {AttributeRule, BlockRule, SkipRule, TerraformType} from './entry.ts'
import {within} from './within.ts'
import {zeroIsNone} from './zero-is-none.ts'

const secret: SkipRule = {skip: 'write-only', because: 'a password, which EMR never tells'}
const atCreation: SkipRule = {skip: 'write-only', because: 'given at creation; DescribeCluster does not tell'}

/** Properties of Instances. */
const instances: Readonly<Record<string, AttributeRule>> = {
  core_instance_fleet: instanceFleet('CoreInstanceFleet'),
  core_instance_group: coreGroup,
  keep_job_flow_alive_when_no_steps: {to: 'KeepJobFlowAliveWhenNoSteps', computed: true},
  master_instance_fleet: instanceFleet('MasterInstanceFleet'),
  master_instance_group: masterGroup,
  termination_protection: {to: 'TerminationProtected', computed: true},
  unhealthy_node_replacement: {to: 'UnhealthyNodeReplacement', computed: true},
}

const ec2Attributes: BlockRule = {
  to: '',
  block: 'single',
  computed: true,
  of: {
    ...within('Instances', {
      additional_master_security_groups: {to: 'AdditionalMasterSecurityGroups', as: 'set', value: splitList},
      additional_slave_security_groups: {to: 'AdditionalSlaveSecurityGroups', as: 'set', value: splitList},
      emr_managed_master_security_group: {to: 'EmrManagedMasterSecurityGroup', computed: true},
      emr_managed_slave_security_group: {to: 'EmrManagedSlaveSecurityGroup', computed: true},
      key_name: {to: 'Ec2KeyName'},
      service_access_security_group: {to: 'ServiceAccessSecurityGroup', computed: true},
      subnet_id: {to: 'Ec2SubnetId', computed: true},
      subnet_ids: {to: 'Ec2SubnetIds', as: 'set', computed: true},
    }),
    instance_profile: {to: 'JobFlowRole', as: 'arnOrName'},
  },
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-emr-cluster.html */
export const entry = {
  type: 'aws_emr_cluster',
  confidence: 'curated',
  objectType: 'AWS::EMR::Cluster',
  role: 'object',
  identity: [['id']],
  attributes: {
    ...within('Instances', instances),
    additional_info: atCreation,
    applications: {to: 'Applications', as: 'nameSet'},
    auto_termination_policy: {
      to: 'AutoTerminationPolicy',
      block: 'single',
      of: {idle_timeout: {to: 'IdleTimeout', default: 0}},
    },
    autoscaling_role: {to: 'AutoScalingRole', as: 'arnOrName'},
    bootstrap_action: {
      to: 'BootstrapActions',
      block: 'list',
      of: {
        args: {to: 'ScriptBootstrapAction.Args'},
        name: {to: 'Name'},
        path: {to: 'ScriptBootstrapAction.Path'},
      },
    },
    cluster_state: {skip: 'computed', because: 'what EMR is doing'},
    configurations: {skip: 'write-only', because: 'the address of a file that the provider sends at creation'},
    configurations_json: {to: 'Configurations', as: 'unordered', value: emrConfigurations},
    custom_ami_id: {to: 'CustomAmiId'},
    ebs_root_volume_size: {to: 'EbsRootVolumeSize', value: zeroIsNone, computed: true},
    ec2_attributes: ec2Attributes,
    kerberos_attributes: {
      to: 'KerberosAttributes',
      block: 'single',
      of: {
        ad_domain_join_password: secret,
        ad_domain_join_user: {to: 'ADDomainJoinUser'},
        cross_realm_trust_principal_password: secret,
        kdc_admin_password: secret,
        realm: {to: 'Realm'},
      },
    },
    list_steps_states: {skip: 'terraform-only', because: 'which steps the provider reads back'},
    log_encryption_kms_key_id: {to: 'LogEncryptionKmsKeyId', as: 'kmsKey'},
    log_uri: {to: 'LogUri'},
    master_public_dns: {skip: 'computed', because: 'made by EMR'},
    name: {to: 'Name'},
    os_release_label: {to: 'OSReleaseLabel', computed: true},
    placement_group_config: {
      to: 'PlacementGroupConfigs',
      block: 'list',
      key: ['InstanceRole'],
      of: {instance_role: {to: 'InstanceRole'}, placement_strategy: {to: 'PlacementStrategy', computed: true}},
    },
    release_label: {to: 'ReleaseLabel'},
    scale_down_behavior: {to: 'ScaleDownBehavior', computed: true},
    security_configuration: {to: 'SecurityConfiguration'},
    service_role: {to: 'ServiceRole', as: 'arnOrName'},
    step: {skip: 'controlled', because: 'jobs are steps, which come and go while the cluster runs'},
    step_concurrency_level: {to: 'StepConcurrencyLevel', default: 1},
    visible_to_all_users: {to: 'VisibleToAllUsers', default: true},
  },
  object: {
    idScope: 'region',
    boundedBy: managedScalingOf,
    arnTemplate: 'arn:{partition}:elasticmapreduce:{region}:{account}:cluster/{id}',
    severity: {Instances: 'high', JobFlowRole: 'high', SecurityConfiguration: 'high', ServiceRole: 'high'},
  },
} satisfies TerraformType
