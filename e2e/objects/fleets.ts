import {
  CreateFleetCommand,
  CreateLaunchTemplateCommand,
  CreateTagsCommand,
  DescribeImagesCommand,
  EC2Client,
  ModifySpotFleetRequestCommand,
  RequestSpotFleetCommand,
} from '@aws-sdk/client-ec2'

import {settings} from '../moto.ts'
import {region} from '../scan.ts'
import {account, tagAttributes, tags, type Maker} from './made.ts'

const ec2 = new EC2Client(settings)
const tagList = Object.entries(tags).map(([Key, Value]) => ({Key, Value}))

async function anyImage(): Promise<string> {
  const {Images: [image] = []} = await ec2.send(new DescribeImagesCommand({}))
  return image?.ImageId ?? ''
}

export const ec2Fleet: Maker = {
  type: 'AWS::EC2::EC2Fleet',
  make: async (name) => {
    const data = {ImageId: await anyImage(), InstanceType: 'g5.xlarge'} as const
    const command = new CreateLaunchTemplateCommand({LaunchTemplateName: name, LaunchTemplateData: data})
    const {LaunchTemplate} = await ec2.send(command)
    const template = {LaunchTemplateId: LaunchTemplate?.LaunchTemplateId ?? '', Version: '1'}
    const {FleetId: id = ''} = await ec2.send(
      new CreateFleetCommand({
        LaunchTemplateConfigs: [
          {LaunchTemplateSpecification: template, Overrides: [{InstanceType: 'g5.xlarge', WeightedCapacity: 1}]},
        ],
        TargetCapacitySpecification: {TotalTargetCapacity: 1, DefaultTargetCapacityType: 'spot'},
        Type: 'maintain',
        ExcessCapacityTerminationPolicy: 'termination',
        TerminateInstancesWithExpiration: false,
        TagSpecifications: [{ResourceType: 'fleet', Tags: tagList}],
      }),
    )
    const override = {
      availability_zone: '',
      instance_requirements: [],
      instance_type: 'g5.xlarge',
      max_price: '',
      priority: 0,
      subnet_id: '',
      weighted_capacity: 1,
    }
    const specification = {launch_template_id: template.LaunchTemplateId, launch_template_name: '', version: '1'}
    const capacity = {
      default_target_capacity_type: 'spot',
      on_demand_target_capacity: 0,
      spot_target_capacity: 0,
      target_capacity_unit_type: '',
      total_target_capacity: 1,
    }
    return {
      id,
      resource: {
        type: 'aws_ec2_fleet',
        name,
        attributes: {
          ...tagAttributes,
          id,
          arn: `arn:aws:ec2:${region}:${account}:fleet/${id}`,
          context: '',
          excess_capacity_termination_policy: 'termination',
          launch_template_config: [{launch_template_specification: [specification], override: [override]}],
          on_demand_options: [{allocation_strategy: null, max_total_price: null}],
          replace_unhealthy_instances: false,
          spot_options: [{allocation_strategy: null, instance_interruption_behavior: null}],
          target_capacity_specification: [capacity],
          terminate_instances: true,
          terminate_instances_with_expiration: false,
          type: 'maintain',
          valid_until: null,
        },
      },
      // moto has no ModifyFleet.
      change: async () => ec2.send(new CreateTagsCommand({Resources: [id], Tags: [{Key: 'Team', Value: 'nobody'}]})),
      finding: 'drifted Tags.Team',
    }
  },
}

export const spotFleet: Maker = {
  type: 'AWS::EC2::SpotFleet',
  make: async (name) => {
    const role = `arn:aws:iam::${account}:role/fleet`
    const ImageId = await anyImage()
    const {SpotFleetRequestId: id = ''} = await ec2.send(
      new RequestSpotFleetCommand({
        SpotFleetRequestConfig: {
          IamFleetRole: role,
          AllocationStrategy: 'lowestPrice',
          SpotPrice: '0.8',
          TargetCapacity: 1,
          LaunchSpecifications: [{ImageId, InstanceType: 'g5.xlarge', WeightedCapacity: 1}],
          TagSpecifications: [{ResourceType: 'spot-fleet-request', Tags: tagList}],
        },
      }),
    )
    const specification = {
      ami: ImageId,
      associate_public_ip_address: false,
      availability_zone: '',
      ebs_block_device: [],
      ebs_optimized: false,
      ephemeral_block_device: [],
      iam_instance_profile: '',
      iam_instance_profile_arn: '',
      instance_type: 'g5.xlarge',
      key_name: '',
      monitoring: false,
      placement_group: '',
      placement_tenancy: '',
      root_block_device: [],
      spot_price: '',
      subnet_id: '',
      tags: {},
      user_data: '',
      vpc_security_group_ids: [],
      weighted_capacity: '1',
    }
    return {
      id,
      resource: {
        type: 'aws_spot_fleet_request',
        name,
        attributes: {
          ...tagAttributes,
          id,
          allocation_strategy: 'lowestPrice',
          excess_capacity_termination_policy: 'Default',
          fleet_type: 'maintain',
          iam_fleet_role: role,
          instance_interruption_behaviour: 'terminate',
          instance_pools_to_use_count: 1,
          launch_specification: [specification],
          launch_template_config: [],
          on_demand_target_capacity: 0,
          replace_unhealthy_instances: false,
          spot_maintenance_strategies: [],
          spot_price: '0.8',
          target_capacity: 1,
          terminate_instances_with_expiration: false,
        },
      },
      change: async () => ec2.send(new ModifySpotFleetRequestCommand({SpotFleetRequestId: id, TargetCapacity: 2})),
      finding: 'drifted SpotFleetRequestConfigData.TargetCapacity',
    }
  },
}
