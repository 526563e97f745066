import {isArray, type Json} from '../model/value.ts'
import type {TerraformType} from './entry.ts'
import {isEverywhere} from './everywhere.ts'

const atCreation =
  'used at creation only; write-only in the CloudFormation schema (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-cluster.html)'
const madeByEks = 'made by EKS with the cluster'

export const entry: TerraformType = {
  type: 'aws_eks_cluster',
  confidence: 'curated',
  objectType: 'AWS::EKS::Cluster',
  role: 'object',
  identity: [['name'], ['id']],
  attributes: {
    access_config: {
      to: 'AccessConfig',
      block: 'single',
      computed: true,
      of: {
        authentication_mode: {to: 'AuthenticationMode', computed: true},
        bootstrap_cluster_creator_admin_permissions: {skip: 'write-only', because: atCreation},
      },
    },
    bootstrap_self_managed_addons: {skip: 'write-only', because: atCreation},
    certificate_authority: {skip: 'computed', because: madeByEks},
    cluster_id: {skip: 'computed', because: 'id of a local cluster on an Outpost'},
    compute_config: {
      to: 'ComputeConfig',
      block: 'single',
      computed: true,
      of: {
        enabled: {to: 'Enabled'},
        node_pools: {to: 'NodePools', as: 'set'},
        node_role_arn: {to: 'NodeRoleArn'},
      },
    },
    control_plane_scaling_config: {
      to: 'ControlPlaneScalingConfig',
      block: 'single',
      computed: true,
      of: {tier: {to: 'Tier', default: 'standard', computed: true}},
    },
    created_at: {skip: 'computed', because: 'set by EKS'},
    deletion_protection: {to: 'DeletionProtection', computed: true},
    enabled_cluster_log_types: {to: 'Logging.ClusterLogging.EnabledTypes', as: 'set', value: logTypes},
    encryption_config: {
      to: 'EncryptionConfig',
      block: 'list',
      of: {
        provider: {to: 'Provider', block: 'single', of: {key_arn: {to: 'KeyArn', as: 'kmsKey'}}},
        resources: {to: 'Resources', as: 'set'},
      },
    },
    endpoint: {skip: 'computed', because: madeByEks},
    force_update_version: {skip: 'terraform-only', because: 'how an upgrade is done'},
    identity: {skip: 'computed', because: madeByEks},
    kubernetes_network_config: {
      to: 'KubernetesNetworkConfig',
      block: 'single',
      computed: true,
      of: {
        elastic_load_balancing: {
          to: 'ElasticLoadBalancing',
          block: 'single',
          computed: true,
          of: {enabled: {to: 'Enabled'}},
        },
        ip_family: {to: 'IpFamily', computed: true},
        service_ipv4_cidr: {to: 'ServiceIpv4Cidr', as: 'cidr', computed: true},
        service_ipv6_cidr: {skip: 'computed', because: 'assigned by EKS'},
      },
    },
    name: {to: 'Name'},
    outpost_config: {
      to: 'OutpostConfig',
      block: 'single',
      of: {
        control_plane_instance_type: {to: 'ControlPlaneInstanceType'},
        control_plane_placement: {to: 'ControlPlanePlacement', block: 'single', of: {group_name: {to: 'GroupName'}}},
        outpost_arns: {to: 'OutpostArns', as: 'set'},
      },
    },
    platform_version: {skip: 'computed', because: 'EKS upgrades it by itself'},
    remote_network_config: {
      to: 'RemoteNetworkConfig',
      block: 'single',
      of: {
        remote_node_networks: {to: 'RemoteNodeNetworks', block: 'list', of: {cidrs: {to: 'Cidrs', as: 'cidrSet'}}},
        remote_pod_networks: {to: 'RemotePodNetworks', block: 'list', of: {cidrs: {to: 'Cidrs', as: 'cidrSet'}}},
      },
    },
    role_arn: {to: 'RoleArn'},
    status: {skip: 'computed', because: 'what EKS is doing'},
    storage_config: {
      to: 'StorageConfig',
      block: 'single',
      computed: true,
      of: {block_storage: {to: 'BlockStorage', block: 'single', of: {enabled: {to: 'Enabled'}}}},
    },
    upgrade_policy: {
      to: 'UpgradePolicy',
      block: 'single',
      computed: true,
      of: {support_type: {to: 'SupportType', computed: true}},
    },
    version: {to: 'Version', computed: true},
    vpc_config: {
      to: 'ResourcesVpcConfig',
      block: 'single',
      of: {
        cluster_security_group_id: {skip: 'computed', because: madeByEks},
        endpoint_private_access: {to: 'EndpointPrivateAccess'},
        endpoint_public_access: {to: 'EndpointPublicAccess', default: true},
        public_access_cidrs: {to: 'PublicAccessCidrs', as: 'cidrSet', computed: true},
        security_group_ids: {to: 'SecurityGroupIds', as: 'set'},
        subnet_ids: {to: 'SubnetIds', as: 'set'},
        vpc_id: {skip: 'computed', because: 'follows from the subnets'},
      },
    },
    zonal_shift_config: {
      to: 'ZonalShiftConfig',
      block: 'single',
      computed: true,
      of: {enabled: {to: 'Enabled'}},
    },
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:eks:{region}:{account}:cluster/{id}',
    exposes: (path, live) =>
      path === 'ResourcesVpcConfig.PublicAccessCidrs' && isArray(live) && live.some(isEverywhere),
    severity: {
      'AccessConfig.AuthenticationMode': 'high',
      EncryptionConfig: 'high',
      'ResourcesVpcConfig.EndpointPublicAccess': 'high',
      'ResourcesVpcConfig.PublicAccessCidrs': 'high',
      'ResourcesVpcConfig.SecurityGroupIds': 'high',
      RoleArn: 'high',
    },
  },
}

/** CloudFormation wraps each log type into an object. */
function logTypes(value: Json): Json {
  return isArray(value) ? value.map((type) => ({Type: type})) : value
}
