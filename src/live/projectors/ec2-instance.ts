import {privateDnsNameOptions} from './ec2-subnet.ts'
import {listed, recordAt, recordsAt, said, stateAt, textAt, unseenOf} from './document.ts'
import type {JsonRecord, Projector} from './projector.ts'
import {interfacesOf, primaryInterface, publicAddress} from './ec2-instance-network.ts'

/** Shown by EC2 for every instance; Config leaves some out, older recordings more. */
const alwaysShown = [
  'CapacityReservationSpecification',
  'CpuOptions',
  'CpuOptions.AmdSevSnp',
  'CpuOptions.NestedVirtualization',
  'EnclaveOptions',
  'HibernationOptions',
  'MaintenanceOptions',
  'MetadataOptions.HttpEndpoint',
  'MetadataOptions.HttpProtocolIpv6',
  'MetadataOptions.HttpPutResponseHopLimit',
  'MetadataOptions.HttpTokens',
  'MetadataOptions.InstanceMetadataTags',
  'PrivateDnsNameOptions',
]

/**
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html. What only DescribeInstanceAttribute and
 * DescribeInstanceCreditSpecifications tell (user data, protection, shutdown behaviour, credits) is not in it.
 */
export const ec2Instance: Projector = {
  objectType: 'AWS::EC2::Instance',
  sees: [
    ...alwaysShown,
    'AssociatePublicIpAddress',
    'AvailabilityZone',
    'CpuOptions.CoreCount',
    'CpuOptions.ThreadsPerCore',
    'EbsOptimized',
    'HostId',
    'HostResourceGroupArn',
    'IamInstanceProfile',
    'ImageId',
    'InstanceLifecycle',
    'InstanceType',
    'Ipv6Addresses',
    'KeyName',
    'LaunchTemplate',
    'Monitoring',
    'NetworkInterfaces',
    'PlacementGroupId',
    'PlacementGroupName',
    'PlacementPartitionNumber',
    'Platform',
    'PrivateIpAddress',
    'SecondaryPrivateIpAddresses',
    'SecurityGroupIds',
    'SecurityGroups',
    'SourceDestCheck',
    'State',
    'SubnetId',
    'Tenancy',
  ],
  project: ({resourceId, configuration}) => {
    const properties = propertiesOf(configuration)
    const state = stateAt(configuration, 'state') ?? ''
    const createdAt = firstStart(configuration)
    const unseen = [...(unseenOf(properties, alwaysShown).unseen ?? []), ...unseenHere(configuration, properties)]
    return {
      id: textAt(configuration, 'instanceId') ?? resourceId,
      ...(createdAt === undefined ? {} : {createdAt}),
      ...(['shutting-down', 'terminated'].includes(state) ? {deleting: state} : {}),
      ...(unseen.length > 0 ? {unseen} : {}),
      properties,
    }
  },
}

/** `launchTime` is that of the last start; the primary interface stays attached from the first one on. */
function firstStart(instance: JsonRecord): string | undefined {
  const attachment = recordAt(primaryInterface(instance), 'attachment')
  return textAt(attachment, 'attachTime') ?? textAt(instance, 'launchTime')
}

/** Without an address of Amazon's own pool, only a running instance tells whether it would get one. */
function unseenHere(instance: JsonRecord, properties: JsonRecord): readonly string[] {
  const hidden = ['LaunchTemplate', 'PlacementGroupId'].filter((path) => properties[path] === undefined)
  return publicAddress(instance) === undefined ? ['AssociatePublicIpAddress', ...hidden] : hidden
}

function propertiesOf(instance: JsonRecord): JsonRecord {
  return said({
    ...copied(instance),
    ...placed(recordAt(instance, 'placement')),
    ...options(instance),
    ...connected(instance),
    IamInstanceProfile: recordAt(instance, 'iamInstanceProfile')['arn'],
    LaunchTemplate: launchTemplate(instance),
    Monitoring: ['enabled', 'pending'].includes(stateAt(recordAt(instance, 'monitoring'), 'state') ?? ''),
    State: stateAt(instance, 'state'),
  })
}

function copied(instance: JsonRecord): Members {
  return {
    EbsOptimized: instance['ebsOptimized'],
    ImageId: instance['imageId'],
    InstanceLifecycle: instance['instanceLifecycle'],
    InstanceType: instance['instanceType'],
    KeyName: instance['keyName'],
    Platform: instance['platform'],
    PrivateIpAddress: instance['privateIpAddress'],
  }
}

function placed(placement: JsonRecord): Members {
  return {
    AvailabilityZone: placement['availabilityZone'],
    HostId: placement['hostId'],
    HostResourceGroupArn: placement['hostResourceGroupArn'],
    PlacementGroupId: placement['groupId'],
    PlacementGroupName: textAt(placement, 'groupName'),
    PlacementPartitionNumber: placement['partitionNumber'],
    Tenancy: placement['tenancy'],
  }
}

function options(instance: JsonRecord): Members {
  const cpu = recordAt(instance, 'cpuOptions')
  const metadata = recordAt(instance, 'metadataOptions')
  return {
    CapacityReservationSpecification: capacityReservation(recordAt(instance, 'capacityReservationSpecification')),
    CpuOptions: filled({
      AmdSevSnp: cpu['amdSevSnp'],
      CoreCount: cpu['coreCount'],
      NestedVirtualization: cpu['nestedVirtualization'],
      ThreadsPerCore: cpu['threadsPerCore'],
    }),
    EnclaveOptions: filled({Enabled: recordAt(instance, 'enclaveOptions')['enabled']}),
    HibernationOptions: filled({Configured: recordAt(instance, 'hibernationOptions')['configured']}),
    MaintenanceOptions: filled({AutoRecovery: recordAt(instance, 'maintenanceOptions')['autoRecovery']}),
    MetadataOptions: filled({
      HttpEndpoint: metadata['httpEndpoint'],
      HttpProtocolIpv6: metadata['httpProtocolIpv6'],
      HttpPutResponseHopLimit: metadata['httpPutResponseHopLimit'],
      HttpTokens: metadata['httpTokens'],
      InstanceMetadataTags: metadata['instanceMetadataTags'],
    }),
    PrivateDnsNameOptions: privateDnsNameOptions(recordAt(instance, 'privateDnsNameOptions')),
  }
}

function capacityReservation(specification: JsonRecord): JsonRecord | undefined {
  const target = recordAt(specification, 'capacityReservationTarget')
  return filled({
    CapacityReservationPreference: specification['capacityReservationPreference'],
    CapacityReservationTarget: filled({
      CapacityReservationId: target['capacityReservationId'],
      CapacityReservationResourceGroupArn: target['capacityReservationResourceGroupArn'],
    }),
  })
}

function connected(instance: JsonRecord): Members {
  const primary = primaryInterface(instance)
  const addresses = recordsAt(primary, 'privateIpAddresses').filter((address) => address['primary'] !== true)
  const ipv6 = recordsAt(primary, 'ipv6Addresses').map((address) => said({Ipv6Address: address['ipv6Address']}))
  const groups = recordsAt(instance, 'securityGroups')
  return {
    AssociatePublicIpAddress: publicAddress(instance),
    Ipv6Addresses: listed(ipv6),
    NetworkInterfaces: listed(interfacesOf(instance)),
    SecondaryPrivateIpAddresses: listed(addresses.flatMap((address) => textAt(address, 'privateIpAddress') ?? [])),
    SecurityGroupIds: listed(groups.flatMap((group) => textAt(group, 'groupId') ?? [])),
    SecurityGroups: listed(groups.flatMap((group) => textAt(group, 'groupName') ?? [])),
    SourceDestCheck: primary['sourceDestCheck'] ?? instance['sourceDestCheck'],
    SubnetId: primary['subnetId'] ?? instance['subnetId'],
  }
}

/** EC2 tells it by tags of its own alone (https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html). */
function launchTemplate(instance: JsonRecord): JsonRecord | undefined {
  const tags = new Map(recordsAt(instance, 'tags').map((tag) => [tag['key'], tag['value']]))
  return filled({
    LaunchTemplateId: tags.get('aws:ec2launchtemplate:id'),
    Version: tags.get('aws:ec2launchtemplate:version'),
  })
}

type Members = Parameters<typeof said>[0]

/** A nested object, absent where the document says nothing of it. */
function filled(members: Members): JsonRecord | undefined {
  const record = said(members)
  return Object.keys(record).length > 0 ? record : undefined
}
