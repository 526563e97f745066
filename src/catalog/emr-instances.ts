import type {AttributeRule, BlockRule, CompareRule} from './entry.ts'
import {zeroIsNone} from './zero-is-none.ts'

const volume: Readonly<Record<string, AttributeRule>> = {
  iops: {to: 'VolumeSpecification.Iops', default: 0},
  size: {to: 'VolumeSpecification.SizeInGB'},
  type: {to: 'VolumeSpecification.VolumeType'},
  volumes_per_instance: {to: 'VolumesPerInstance', default: 1},
}

const volumes = (of: Readonly<Record<string, AttributeRule>>): BlockRule => ({
  to: 'EbsConfiguration.EbsBlockDeviceConfigs',
  block: 'set',
  computed: true,
  of,
})

const count: CompareRule = {to: 'InstanceCount', default: 1}

const group: Readonly<Record<string, AttributeRule>> = {
  bid_price: {to: 'BidPrice'},
  ebs_config: volumes(volume),
  instance_count: count,
  instance_type: {to: 'InstanceType'},
  name: {to: 'Name', computed: true},
}

/** A group that may have a policy of automatic scaling. */
export const scaledGroup: Readonly<Record<string, AttributeRule>> = {
  ...group,
  autoscaling_policy: {to: 'AutoScalingPolicy', as: 'unorderedDocument'},
  instance_count: {
    ...count,
    controlled: {
      by: 'EMR automatic scaling',
      within: ['AutoScalingPolicy.Constraints.MinCapacity', 'AutoScalingPolicy.Constraints.MaxCapacity'],
    },
  },
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-emr-cluster-instancegroupconfig.html */
const groupOfCluster = (to: string, of: Readonly<Record<string, AttributeRule>>): BlockRule => ({
  to,
  block: 'single',
  computed: true,
  of: {
    ...of,
    ebs_config: volumes({...volume, throughput: {to: 'VolumeSpecification.Throughput', default: 0}}),
    id: {skip: 'computed', because: 'made by EMR'},
  },
})

export const masterGroup = groupOfCluster('MasterInstanceGroup', group)
export const coreGroup = groupOfCluster('CoreInstanceGroup', scaledGroup)

const types: BlockRule = {
  to: 'InstanceTypeConfigs',
  block: 'set',
  key: ['InstanceType'],
  of: {
    bid_price: {to: 'BidPrice'},
    bid_price_as_percentage_of_on_demand_price: {
      to: 'BidPriceAsPercentageOfOnDemandPrice',
      value: zeroIsNone,
      default: 100,
    },
    configurations: {
      to: 'Configurations',
      block: 'set',
      // The provider does not read them back (internal/service/emr/cluster.go): none in the state says nothing.
      computed: true,
      key: ['Classification'],
      of: {classification: {to: 'Classification'}, properties: {to: 'ConfigurationProperties'}},
    },
    ebs_config: volumes(volume),
    instance_type: {to: 'InstanceType'},
    weighted_capacity: {to: 'WeightedCapacity', default: 1},
  },
}

const launch: BlockRule = {
  to: 'LaunchSpecifications',
  block: 'single',
  computed: true,
  of: {
    on_demand_specification: {
      to: 'OnDemandSpecification',
      block: 'single',
      of: {allocation_strategy: {to: 'AllocationStrategy'}},
    },
    spot_specification: {
      to: 'SpotSpecification',
      block: 'single',
      of: {
        allocation_strategy: {to: 'AllocationStrategy'},
        block_duration_minutes: {to: 'BlockDurationMinutes', default: 0},
        timeout_action: {to: 'TimeoutAction'},
        timeout_duration_minutes: {to: 'TimeoutDurationMinutes'},
      },
    },
  },
}

export const fleetOfInstances: Readonly<Record<string, AttributeRule>> = {
  instance_type_configs: types,
  launch_specifications: launch,
  name: {to: 'Name', computed: true},
  provisioned_on_demand_capacity: {skip: 'computed', because: 'how much of it there is'},
  provisioned_spot_capacity: {skip: 'computed', because: 'how much of it there is'},
  target_on_demand_capacity: {to: 'TargetOnDemandCapacity', default: 0},
  target_spot_capacity: {to: 'TargetSpotCapacity', default: 0},
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-emr-cluster-instancefleetconfig.html */
export const instanceFleet = (to: string): BlockRule => ({
  to,
  block: 'single',
  of: {...fleetOfInstances, id: {skip: 'computed', because: 'made by EMR'}},
})
