import {isArray, type Json} from '../model/value.ts'
import type {TerraformType} from './entry.ts'
import {instanceProjections} from './instance-projections.ts'

const asked = 'known at launch only: the number is compared by ipv6_addresses'
const spotRequest =
  'belongs to the spot request (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSpotInstanceRequests.html)'
const instanceStore = 'instance store volumes are in no answer of EC2 (provider: internal/service/ec2/ec2_instance.go)'
export const entry: TerraformType = {
  type: 'aws_instance',
  confidence: 'curated',
  objectType: 'AWS::EC2::Instance',
  role: 'object',
  identity: [['id']],
  // What the CloudFormation schema lacks is named as in https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html
  attributes: {
    ami: {to: 'ImageId', computed: true},
    associate_public_ip_address: {to: 'AssociatePublicIpAddress', computed: true},
    availability_zone: {to: 'AvailabilityZone', computed: true},
    capacity_reservation_specification: {
      to: 'CapacityReservationSpecification',
      block: 'single',
      computed: true,
      of: {
        capacity_reservation_preference: {to: 'CapacityReservationPreference', default: 'open', computed: true},
        capacity_reservation_target: {
          to: 'CapacityReservationTarget',
          block: 'single',
          of: {
            capacity_reservation_id: {to: 'CapacityReservationId'},
            capacity_reservation_resource_group_arn: {to: 'CapacityReservationResourceGroupArn'},
          },
        },
      },
    },
    cpu_core_count: {custom: 'CpuOptions.CoreCount, in states without cpu_options'},
    cpu_options: {
      to: 'CpuOptions',
      block: 'single',
      computed: true,
      of: {
        amd_sev_snp: {to: 'AmdSevSnp', default: 'disabled', computed: true},
        core_count: {to: 'CoreCount', computed: true},
        nested_virtualization: {to: 'NestedVirtualization', default: 'disabled', computed: true},
        threads_per_core: {to: 'ThreadsPerCore', computed: true},
      },
    },
    cpu_threads_per_core: {custom: 'CpuOptions.ThreadsPerCore, in states without cpu_options'},
    credit_specification: {
      to: 'CreditSpecification',
      block: 'single',
      computed: true,
      of: {cpu_credits: {to: 'CPUCredits', computed: true}},
    },
    disable_api_stop: {to: 'DisableApiStop', computed: true},
    disable_api_termination: {to: 'DisableApiTermination', computed: true},
    ebs_block_device: {custom: 'AWS::EC2::Volume objects: their properties, tags and VolumeAttachment'},
    ebs_optimized: {to: 'EbsOptimized', computed: true},
    enable_primary_ipv6: {to: 'EnablePrimaryIpv6', computed: true},
    enclave_options: {
      to: 'EnclaveOptions',
      block: 'single',
      computed: true,
      of: {enabled: {to: 'Enabled', computed: true}},
    },
    ephemeral_block_device: {skip: 'write-only', because: instanceStore},
    force_destroy: {skip: 'terraform-only', because: 'what to do before a delete'},
    get_password_data: {skip: 'terraform-only', because: 'whether to read password_data'},
    hibernation: {to: 'HibernationOptions.Configured'},
    host_id: {to: 'HostId', computed: true},
    host_resource_group_arn: {to: 'HostResourceGroupArn', computed: true},
    iam_instance_profile: {to: 'IamInstanceProfile', as: 'arnOrName'},
    instance_initiated_shutdown_behavior: {to: 'InstanceInitiatedShutdownBehavior', default: 'stop', computed: true},
    instance_lifecycle: {skip: 'alias', because: 'compared as instance_market_options.market_type'},
    instance_market_options: {
      to: '',
      block: 'single',
      computed: true,
      of: {
        market_type: {to: 'InstanceLifecycle', computed: true},
        spot_options: {skip: 'elsewhere', because: spotRequest},
      },
    },
    instance_state: {skip: 'computed', because: 'a stopped instance is still the declared one'},
    instance_type: {to: 'InstanceType', computed: true},
    ipv6_address_count: {skip: 'alias', because: asked},
    ipv6_addresses: {to: 'Ipv6Addresses', as: 'ipv6Addresses', value: ipv6Elements, computed: true},
    key_name: {to: 'KeyName', computed: true},
    launch_template: {
      to: 'LaunchTemplate',
      block: 'single',
      computed: true,
      of: {
        id: {to: 'LaunchTemplateId', computed: true},
        name: {skip: 'alias', because: 'AWS tells the id of the template alone, which is compared'},
        version: {to: 'Version', as: 'launchTemplateVersion', computed: true},
      },
    },
    maintenance_options: {
      to: 'MaintenanceOptions',
      block: 'single',
      computed: true,
      of: {auto_recovery: {to: 'AutoRecovery', default: 'default', computed: true}},
    },
    metadata_options: {
      to: 'MetadataOptions',
      block: 'single',
      computed: true,
      of: {
        http_endpoint: {to: 'HttpEndpoint', computed: true},
        http_protocol_ipv6: {to: 'HttpProtocolIpv6', default: 'disabled', computed: true},
        http_put_response_hop_limit: {to: 'HttpPutResponseHopLimit', computed: true},
        http_tokens: {to: 'HttpTokens', computed: true},
        instance_metadata_tags: {to: 'InstanceMetadataTags', default: 'disabled', computed: true},
      },
    },
    monitoring: {to: 'Monitoring', computed: true},
    network_interface: {custom: 'elements of NetworkInterfaces, those that the configuration names'},
    network_interface_id: {skip: 'deprecated', because: 'removed in provider 2; never set since'},
    outpost_arn: {skip: 'computed', because: 'follows from the subnet'},
    password_data: {skip: 'computed', because: 'made at the first boot, encrypted with the key pair'},
    placement_group: {to: 'PlacementGroupName', computed: true},
    placement_group_id: {to: 'PlacementGroupId', computed: true},
    placement_partition_number: {to: 'PlacementPartitionNumber', default: 0, computed: true},
    primary_network_interface: {custom: 'element of NetworkInterfaces, the one with device index 0'},
    primary_network_interface_id: {
      skip: 'alias',
      because: 'compared as primary_network_interface or network_interface',
    },
    private_dns: {skip: 'computed', because: 'made of the private address'},
    private_dns_name_options: {
      to: 'PrivateDnsNameOptions',
      block: 'single',
      computed: true,
      of: {
        enable_resource_name_dns_a_record: {to: 'EnableResourceNameDnsARecord', computed: true},
        enable_resource_name_dns_aaaa_record: {to: 'EnableResourceNameDnsAAAARecord', computed: true},
        hostname_type: {to: 'HostnameType', computed: true},
      },
    },
    private_ip: {to: 'PrivateIpAddress', computed: true},
    public_dns: {skip: 'computed', because: 'changes with every stop and start'},
    public_ip: {skip: 'computed', because: 'changes with every stop and start, and with an elastic address'},
    root_block_device: {custom: 'an AWS::EC2::Volume object: its properties, tags and VolumeAttachment'},
    secondary_network_interface: {
      skip: 'computed',
      because: 'recorded only where aws_instance makes interfaces itself',
    },
    secondary_private_ips: {to: 'SecondaryPrivateIpAddresses', as: 'set', computed: true},
    security_groups: {custom: 'SecurityGroups, by name, where vpc_security_group_ids does not say the same by id'},
    source_dest_check: {to: 'SourceDestCheck', default: true},
    spot_instance_request_id: {skip: 'computed', because: 'id that AWS gives to the request'},
    subnet_id: {to: 'SubnetId', computed: true},
    tenancy: {to: 'Tenancy', default: 'default', computed: true},
    user_data: {to: 'UserData', as: 'userData', computed: true},
    user_data_base64: {to: 'UserData', as: 'userData', computed: true},
    user_data_replace_on_change: {skip: 'terraform-only', because: 'whether a change replaces the instance'},
    volume_tags: {custom: 'tags of the volumes that the instance declares'},
    vpc_security_group_ids: {to: 'SecurityGroupIds', as: 'set', computed: true},
  },
  project: instanceProjections,
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:instance/{id}',
    sensitive: ['UserData'],
    severity: {
      AssociatePublicIpAddress: 'high',
      IamInstanceProfile: 'high',
      MetadataOptions: 'high',
      SecurityGroupIds: 'high',
      SecurityGroups: 'high',
      UserData: 'high',
    },
  },
}

/** CloudFormation wraps each address into an object. */
function ipv6Elements(value: Json): Json {
  return isArray(value) ? value.map((Ipv6Address) => ({Ipv6Address})) : value
}
