import type {AttributeRule, BlockRule, TerraformType} from './entry.ts'
import {instanceRequirements} from './instance-requirements.ts'
import {tagList} from './tag-list.ts'

const ends = 'AWS ended it (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-graphics.html)'

/** Nothing is set where the state has 0 or "". */
const blockDevices: BlockRule = {
  to: 'LaunchTemplateData.BlockDeviceMappings',
  block: 'set',
  key: ['DeviceName'],
  of: {
    device_name: {to: 'DeviceName'},
    ebs: {
      to: 'Ebs',
      block: 'single',
      of: {
        delete_on_termination: {to: 'DeleteOnTermination'},
        encrypted: {to: 'Encrypted'},
        iops: {to: 'Iops', default: 0, computed: true},
        kms_key_id: {to: 'KmsKeyId', as: 'kmsKey'},
        snapshot_id: {to: 'SnapshotId'},
        throughput: {to: 'Throughput', default: 0, computed: true},
        volume_initialization_rate: {to: 'VolumeInitializationRate', default: 0},
        volume_size: {to: 'VolumeSize', default: 0, computed: true},
        volume_type: {to: 'VolumeType', computed: true},
      },
    },
    no_device: {to: 'NoDevice'},
    virtual_name: {to: 'VirtualName'},
  },
}

const networkInterfaces: BlockRule = {
  to: 'LaunchTemplateData.NetworkInterfaces',
  block: 'list',
  of: {
    associate_carrier_ip_address: {to: 'AssociateCarrierIpAddress'},
    associate_public_ip_address: {to: 'AssociatePublicIpAddress'},
    connection_tracking_specification: {
      to: 'ConnectionTrackingSpecification',
      block: 'single',
      of: {
        tcp_established_timeout: {to: 'TcpEstablishedTimeout', default: 0},
        udp_stream_timeout: {to: 'UdpStreamTimeout', default: 0},
        udp_timeout: {to: 'UdpTimeout', default: 0},
      },
    },
    delete_on_termination: {to: 'DeleteOnTermination'},
    description: {to: 'Description'},
    device_index: {to: 'DeviceIndex', default: 0},
    ena_srd_specification: {
      to: 'EnaSrdSpecification',
      block: 'single',
      of: {
        ena_srd_enabled: {to: 'EnaSrdEnabled'},
        ena_srd_udp_specification: {
          to: 'EnaSrdUdpSpecification',
          block: 'single',
          of: {ena_srd_udp_enabled: {to: 'EnaSrdUdpEnabled'}},
        },
      },
    },
    interface_type: {to: 'InterfaceType'},
    ipv4_address_count: {to: 'SecondaryPrivateIpAddressCount', default: 0},
    ipv4_addresses: {to: 'PrivateIpAddresses', as: 'wrappedSet'},
    ipv4_prefix_count: {to: 'Ipv4PrefixCount', default: 0},
    ipv4_prefixes: {to: 'Ipv4Prefixes', as: 'wrappedSet'},
    ipv6_address_count: {to: 'Ipv6AddressCount', default: 0},
    ipv6_addresses: {to: 'Ipv6Addresses', as: 'wrappedSet'},
    ipv6_prefix_count: {to: 'Ipv6PrefixCount', default: 0},
    ipv6_prefixes: {to: 'Ipv6Prefixes', as: 'wrappedSet'},
    network_card_index: {to: 'NetworkCardIndex', default: 0},
    network_interface_id: {to: 'NetworkInterfaceId'},
    primary_ipv6: {to: 'PrimaryIpv6'},
    private_ip_address: {to: 'PrivateIpAddress'},
    security_groups: {to: 'Groups', as: 'set'},
    subnet_id: {to: 'SubnetId'},
  },
}

const purchase: Readonly<Record<string, AttributeRule>> = {
  capacity_reservation_specification: {
    to: 'LaunchTemplateData.CapacityReservationSpecification',
    block: 'single',
    of: {
      capacity_reservation_preference: {to: 'CapacityReservationPreference'},
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
  instance_market_options: {
    to: 'LaunchTemplateData.InstanceMarketOptions',
    block: 'single',
    of: {
      market_type: {to: 'MarketType'},
      spot_options: {
        to: 'SpotOptions',
        block: 'single',
        of: {
          block_duration_minutes: {to: 'BlockDurationMinutes', default: 0},
          instance_interruption_behavior: {to: 'InstanceInterruptionBehavior'},
          max_price: {to: 'MaxPrice'},
          spot_instance_type: {to: 'SpotInstanceType'},
          valid_until: {to: 'ValidUntil', as: 'instant', computed: true},
        },
      },
    },
  },
  instance_requirements: {...instanceRequirements, to: 'LaunchTemplateData.InstanceRequirements'},
  license_specification: {
    to: 'LaunchTemplateData.LicenseSpecifications',
    block: 'set',
    of: {license_configuration_arn: {to: 'LicenseConfigurationArn'}},
  },
  placement: {
    to: 'LaunchTemplateData.Placement',
    block: 'single',
    of: {
      affinity: {to: 'Affinity'},
      availability_zone: {to: 'AvailabilityZone'},
      group_id: {to: 'GroupId'},
      group_name: {to: 'GroupName'},
      host_id: {to: 'HostId'},
      host_resource_group_arn: {to: 'HostResourceGroupArn'},
      partition_number: {to: 'PartitionNumber', default: 0},
      spread_domain: {to: 'SpreadDomain'},
      tenancy: {to: 'Tenancy'},
    },
  },
}

/**
 * The names of CloudFormation (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-launchtemplate.html).
 * Both sides describe the latest version: the provider reads that one (internal/service/ec2/ec2_launch_template.go).
 */
export const entry = {
  type: 'aws_launch_template',
  confidence: 'curated',
  objectType: 'AWS::EC2::LaunchTemplate',
  role: 'object',
  identity: [['id']],
  attributes: {
    ...purchase,
    block_device_mappings: blockDevices,
    cpu_options: {
      to: 'LaunchTemplateData.CpuOptions',
      block: 'single',
      of: {
        amd_sev_snp: {to: 'AmdSevSnp'},
        core_count: {to: 'CoreCount', default: 0},
        nested_virtualization: {to: 'NestedVirtualization'},
        threads_per_core: {to: 'ThreadsPerCore', default: 0},
      },
    },
    credit_specification: {
      to: 'LaunchTemplateData.CreditSpecification',
      block: 'single',
      of: {cpu_credits: {to: 'CpuCredits'}},
    },
    default_version: {to: 'DefaultVersionNumber', computed: true},
    description: {to: 'VersionDescription'},
    disable_api_stop: {to: 'LaunchTemplateData.DisableApiStop'},
    disable_api_termination: {to: 'LaunchTemplateData.DisableApiTermination'},
    ebs_optimized: {to: 'LaunchTemplateData.EbsOptimized'},
    elastic_gpu_specifications: {skip: 'deprecated', because: ends},
    elastic_inference_accelerator: {skip: 'deprecated', because: ends},
    enclave_options: {to: 'LaunchTemplateData.EnclaveOptions', block: 'single', of: {enabled: {to: 'Enabled'}}},
    hibernation_options: {
      to: 'LaunchTemplateData.HibernationOptions',
      block: 'single',
      of: {configured: {to: 'Configured'}},
    },
    iam_instance_profile: {
      to: 'LaunchTemplateData.IamInstanceProfile',
      block: 'single',
      of: {arn: {to: 'Arn'}, name: {to: 'Name'}},
    },
    image_id: {to: 'LaunchTemplateData.ImageId'},
    instance_initiated_shutdown_behavior: {to: 'LaunchTemplateData.InstanceInitiatedShutdownBehavior'},
    instance_type: {to: 'LaunchTemplateData.InstanceType'},
    kernel_id: {to: 'LaunchTemplateData.KernelId'},
    key_name: {to: 'LaunchTemplateData.KeyName'},
    // Recorded by every refresh: another number means that somebody else made a version, which `$Latest` would launch.
    latest_version: {to: 'LatestVersionNumber', computed: true},
    maintenance_options: {
      to: 'LaunchTemplateData.MaintenanceOptions',
      block: 'single',
      of: {auto_recovery: {to: 'AutoRecovery'}},
    },
    metadata_options: {
      to: 'LaunchTemplateData.MetadataOptions',
      block: 'single',
      of: {
        http_endpoint: {to: 'HttpEndpoint', computed: true},
        http_protocol_ipv6: {to: 'HttpProtocolIpv6', computed: true},
        http_put_response_hop_limit: {to: 'HttpPutResponseHopLimit', default: 0, computed: true},
        http_tokens: {to: 'HttpTokens', computed: true},
        instance_metadata_tags: {to: 'InstanceMetadataTags', computed: true},
      },
    },
    monitoring: {to: 'LaunchTemplateData.Monitoring', block: 'single', of: {enabled: {to: 'Enabled'}}},
    name: {to: 'LaunchTemplateName'},
    name_prefix: {skip: 'terraform-only', because: 'the provider makes the name from it'},
    network_interfaces: networkInterfaces,
    network_performance_options: {
      to: 'LaunchTemplateData.NetworkPerformanceOptions',
      block: 'single',
      of: {bandwidth_weighting: {to: 'BandwidthWeighting'}},
    },
    private_dns_name_options: {
      to: 'LaunchTemplateData.PrivateDnsNameOptions',
      block: 'single',
      of: {
        enable_resource_name_dns_a_record: {to: 'EnableResourceNameDnsARecord'},
        enable_resource_name_dns_aaaa_record: {to: 'EnableResourceNameDnsAAAARecord'},
        hostname_type: {to: 'HostnameType'},
      },
    },
    ram_disk_id: {to: 'LaunchTemplateData.RamDiskId'},
    security_group_names: {to: 'LaunchTemplateData.SecurityGroups', as: 'set'},
    tag_specifications: {
      to: 'LaunchTemplateData.TagSpecifications',
      block: 'set',
      key: ['ResourceType'],
      of: {resource_type: {to: 'ResourceType'}, tags: {to: 'Tags', as: 'set', value: tagList}},
    },
    update_default_version: {skip: 'terraform-only', because: 'whether an apply moves the default version'},
    user_data: {to: 'LaunchTemplateData.UserData', as: 'userData'},
    vpc_security_group_ids: {to: 'LaunchTemplateData.SecurityGroupIds', as: 'set'},
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:launch-template/{id}',
    sensitive: ['LaunchTemplateData.UserData'],
    severity: {
      'LaunchTemplateData.IamInstanceProfile': 'high',
      'LaunchTemplateData.MetadataOptions': 'high',
      'LaunchTemplateData.SecurityGroupIds': 'high',
      'LaunchTemplateData.UserData': 'high',
    },
  },
} satisfies TerraformType
