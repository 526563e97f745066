import {declared, tagFilters} from './blocks.ts'
import type {ProjectedElement} from './entry.ts'
import {launchDevices} from './launch-device.ts'
import {blocksOf} from './plain-value.ts'
import {isArray, isEmpty, type ValueRecord} from '../model/value.ts'

/**
 * What a Spot Fleet launches without a template. None of it can be changed later; user data, of which the state has a hash, is left
 * out (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SpotFleetLaunchSpecification.html).
 */
export function fleetLaunchSpecifications({launch_specification: blocks}: ValueRecord): readonly ProjectedElement[] {
  return blocksOf(blocks).map((block) => ({
    path: 'SpotFleetRequestConfigData.LaunchSpecifications',
    element: specification(block),
    attribute: 'launch_specification',
    as: 'contains',
  }))
}

function specification(block: ValueRecord): ValueRecord {
  return declared({
    BlockDeviceMappings: launchDevices(block).map(({element}) => element),
    EbsOptimized: block['ebs_optimized'],
    IamInstanceProfile: declared({Arn: block['iam_instance_profile_arn']}),
    ImageId: block['ami'],
    InstanceType: block['instance_type'],
    KeyName: block['key_name'],
    Monitoring: declared({Enabled: block['monitoring']}),
    Placement: declared({
      AvailabilityZone: block['availability_zone'],
      GroupName: block['placement_group'],
      Tenancy: block['placement_tenancy'],
    }),
    SpotPrice: block['spot_price'],
    TagSpecifications: tagSpecifications(block),
    WeightedCapacity: block['weighted_capacity'],
    ...placed(block),
  })
}

/** The provider asks for an interface of its own where a public address is wanted. */
function placed(block: ValueRecord): ValueRecord {
  const {associate_public_ip_address: isPublic, subnet_id: SubnetId = null, vpc_security_group_ids: groups} = block
  const ids = isArray(groups) ? groups : []
  if (isPublic !== true) return {SubnetId, SecurityGroups: ids.map((GroupId) => ({GroupId}))}
  return {NetworkInterfaces: [declared({AssociatePublicIpAddress: true, SubnetId, Groups: ids})]}
}

function tagSpecifications({tags}: ValueRecord): readonly ValueRecord[] {
  return isEmpty(tags) ? [] : [{ResourceType: 'instance', Tags: tagFilters(tags)}]
}
