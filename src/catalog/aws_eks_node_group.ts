import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-nodegroup.html */
export const entry: TerraformType = {
  type: 'aws_eks_node_group',
  confidence: 'curated',
  objectType: 'AWS::EKS::Nodegroup',
  role: 'object',
  identity: ({cluster_name: cluster, node_group_name: name}) =>
    typeof cluster === 'string' && typeof name === 'string' ? `${cluster}/${name}` : undefined,
  attributes: {
    ami_type: {to: 'AmiType', computed: true},
    capacity_type: {to: 'CapacityType', default: 'ON_DEMAND', computed: true},
    cluster_name: {to: 'ClusterName'},
    disk_size: {to: 'DiskSize', default: 0, computed: true},
    force_update_version: {skip: 'terraform-only', because: 'how an update goes about its pods'},
    instance_types: {to: 'InstanceTypes', as: 'set', computed: true},
    labels: {to: 'Labels'},
    launch_template: {
      to: 'LaunchTemplate',
      block: 'single',
      of: {
        id: {to: 'Id', computed: true},
        name: {skip: 'alias', because: 'names the same template as its id'},
        version: {to: 'Version'},
      },
    },
    node_group_name: {to: 'NodegroupName'},
    node_group_name_prefix: {skip: 'terraform-only', because: 'the provider makes the name from it'},
    node_repair_config: {
      to: 'NodeRepairConfig',
      block: 'single',
      of: {
        enabled: {to: 'Enabled'},
        max_parallel_nodes_repaired_count: {to: 'MaxParallelNodesRepairedCount', default: 0},
        max_parallel_nodes_repaired_percentage: {to: 'MaxParallelNodesRepairedPercentage', default: 0},
        max_unhealthy_node_threshold_count: {to: 'MaxUnhealthyNodeThresholdCount', default: 0},
        max_unhealthy_node_threshold_percentage: {to: 'MaxUnhealthyNodeThresholdPercentage', default: 0},
        node_repair_config_overrides: {
          to: 'NodeRepairConfigOverrides',
          block: 'set',
          key: ['NodeMonitoringCondition', 'NodeUnhealthyReason'],
          of: {
            min_repair_wait_time_mins: {to: 'MinRepairWaitTimeMins', default: 0},
            node_monitoring_condition: {to: 'NodeMonitoringCondition'},
            node_unhealthy_reason: {to: 'NodeUnhealthyReason'},
            repair_action: {to: 'RepairAction'},
          },
        },
      },
    },
    node_role_arn: {to: 'NodeRole'},
    release_version: {to: 'ReleaseVersion', computed: true},
    remote_access: {
      to: 'RemoteAccess',
      block: 'single',
      of: {
        ec2_ssh_key: {to: 'Ec2SshKey'},
        source_security_group_ids: {to: 'SourceSecurityGroups', as: 'set'},
      },
    },
    resources: {skip: 'computed', because: 'the Auto Scaling groups and security group that EKS made for it'},
    scaling_config: {
      to: 'ScalingConfig',
      block: 'single',
      of: {
        // https://docs.aws.amazon.com/eks/latest/userguide/autoscaling.html: the autoscaler moves this size alone.
        desired_size: {
          to: 'DesiredSize',
          controlled: {by: 'the autoscaler of the cluster', within: ['MinSize', 'MaxSize']},
        },
        max_size: {to: 'MaxSize'},
        min_size: {to: 'MinSize'},
      },
    },
    status: {skip: 'computed', because: 'whether it is being made or changed'},
    subnet_ids: {to: 'Subnets', as: 'set'},
    taint: {
      to: 'Taints',
      block: 'set',
      key: ['Key', 'Effect'],
      of: {effect: {to: 'Effect'}, key: {to: 'Key'}, value: {to: 'Value'}},
    },
    update_config: {
      to: 'UpdateConfig',
      block: 'single',
      computed: true,
      of: {
        max_unavailable: {to: 'MaxUnavailable', default: 0},
        max_unavailable_percentage: {to: 'MaxUnavailablePercentage', default: 0},
        update_strategy: {to: 'UpdateStrategy', default: 'DEFAULT', computed: true},
      },
    },
    version: {to: 'Version', computed: true},
  },
  object: {idScope: 'region', severity: {NodeRole: 'high', RemoteAccess: 'high'}},
}
