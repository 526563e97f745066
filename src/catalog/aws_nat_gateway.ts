import {idElements} from './aws_route_table.ts'
import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-natgateway.html */
export const entry: TerraformType = {
  type: 'aws_nat_gateway',
  confidence: 'curated',
  objectType: 'AWS::EC2::NatGateway',
  role: 'object',
  identity: [['id']],
  attributes: {
    allocation_id: {to: 'AllocationId', computed: true},
    association_id: {skip: 'computed', because: 'id that AWS gives to the association of the address'},
    auto_provision_zones: {skip: 'computed', because: 'follows from availability_zone_address'},
    auto_scaling_ips: {skip: 'computed', because: 'follows from availability_zone_address'},
    availability_mode: {to: 'AvailabilityMode', default: 'zonal', computed: true},
    availability_zone_address: {
      to: 'AvailabilityZoneAddresses',
      block: 'set',
      computed: true,
      of: {
        allocation_ids: {to: 'AllocationIds', as: 'set'},
        availability_zone: {to: 'AvailabilityZone', computed: true},
        availability_zone_id: {to: 'AvailabilityZoneId', computed: true},
      },
    },
    connectivity_type: {to: 'ConnectivityType', default: 'public'},
    network_interface_id: {skip: 'computed', because: 'the interface that AWS makes'},
    private_ip: {to: 'PrivateIpAddress', computed: true},
    public_ip: {skip: 'computed', because: 'the address that allocation_id names'},
    regional_nat_gateway_address: {skip: 'computed', because: 'addresses that AWS chose'},
    regional_nat_gateway_auto_mode: {skip: 'computed', because: 'follows from availability_zone_address'},
    route_table_id: {skip: 'computed', because: 'the table that AWS makes for a regional gateway'},
    secondary_allocation_ids: {to: 'SecondaryAllocationIds', as: 'set', computed: true},
    secondary_private_ip_address_count: {skip: 'alias', because: 'counts secondary_private_ip_addresses'},
    secondary_private_ip_addresses: {to: 'SecondaryPrivateIpAddresses', as: 'set', computed: true},
    subnet_id: {to: 'SubnetId'},
    vpc_id: {to: 'VpcId', computed: true},
  },
  // The address that the gateway uses: its own resource reads the association back, from a refresh after which the gateway may be another.
  project: ({attributes}, {location}) => {
    const {public_ip: address, allocation_id: allocation} = attributes
    if (typeof address !== 'string' || typeof allocation !== 'string' || address === '' || allocation === '') return []
    const elements = idElements('AssociatedWith', attributes['network_interface_id'], 'allocation_id')
    return [{objectType: 'AWS::EC2::EIP', id: `${address}|${allocation}`, location, elements, wholeResource: true}]
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:natgateway/{id}',
  },
}
