import {scalarsAsText} from '../../catalog/normalizers/exact.ts'
import {deepEqual, isEmpty} from '../../model/value.ts'
import {recordAt, textAt} from './document.ts'
import type {JsonRecord, Projector} from './projector.ts'

/** Members of LaunchTemplateData that AWS Config shows as they are. */
const whole = [
  'CapacityReservationSpecification',
  'CpuOptions.AmdSevSnp',
  'CpuOptions.CoreCount',
  'CpuOptions.ThreadsPerCore',
  'CreditSpecification',
  'DisableApiStop',
  'DisableApiTermination',
  'EbsOptimized',
  'EnclaveOptions',
  'HibernationOptions',
  'IamInstanceProfile',
  'ImageId',
  'InstanceInitiatedShutdownBehavior',
  'InstanceMarketOptions',
  'InstanceType',
  'KernelId',
  'KeyName',
  'LicenseSpecifications',
  'MaintenanceOptions',
  'MetadataOptions',
  'Monitoring',
  'Placement',
  'PrivateDnsNameOptions',
  'RamDiskId',
  'SecurityGroupIds',
  'SecurityGroups',
]
const ebs = [
  'DeleteOnTermination',
  'Encrypted',
  'Iops',
  'KmsKeyId',
  'SnapshotId',
  'Throughput',
  'VolumeSize',
  'VolumeType',
]
const networkInterface = [
  'AssociateCarrierIpAddress',
  'AssociatePublicIpAddress',
  'DeleteOnTermination',
  'DeviceIndex',
  'Groups',
  'InterfaceType',
  'Ipv4PrefixCount',
  'Ipv4Prefixes',
  'Ipv6AddressCount',
  'Ipv6Addresses',
  'Ipv6PrefixCount',
  'Ipv6Prefixes',
  'NetworkCardIndex',
  'NetworkInterfaceId',
  'PrivateIpAddress',
  'PrivateIpAddresses',
  'SecondaryPrivateIpAddressCount',
  'SubnetId',
]
/** Not in the published schema of Config's document, yet in some documents: compared where they show. */
const sometimes = ['InstanceRequirements', 'TagSpecifications']

/**
 * AWS Config keeps launch templates in the CloudFormation shape, without user data and without the description of the version
 * (https://github.com/awslabs/aws-config-resource-schema, AWS::EC2::LaunchTemplate).
 */
export const ec2LaunchTemplate: Projector = {
  objectType: 'AWS::EC2::LaunchTemplate',
  sees: [
    'DefaultVersionNumber',
    'LatestVersionNumber',
    ...[
      ...whole,
      ...sometimes,
      'BlockDeviceMappings.DeviceName',
      ...ebs.map((name) => `BlockDeviceMappings.Ebs.${name}`),
      'BlockDeviceMappings.NoDevice',
      'BlockDeviceMappings.VirtualName',
      ...networkInterface.map((name) => `NetworkInterfaces.${name}`),
    ].map((name) => `LaunchTemplateData.${name}`),
    'LaunchTemplateName',
  ],
  project: ({resourceId, configuration}) => {
    const unseen = unseenIn(configuration)
    return {
      id: textAt(configuration, 'LaunchTemplateId') ?? textAt(configuration, 'Id') ?? resourceId,
      ...(unseen.length > 0 ? {unseen} : {}),
      properties: configuration,
    }
  },
}

/** Which version the data is of is documented nowhere, so it says nothing while the default one is not the latest. */
function unseenIn(configuration: JsonRecord): readonly string[] {
  const {DefaultVersionNumber: usual, LatestVersionNumber: latest, LaunchTemplateData: data} = configuration
  if (data === undefined || usual === undefined || !deepEqual(scalarsAsText(usual), scalarsAsText(latest ?? null)))
    return ['LaunchTemplateData']
  const shown = recordAt(configuration, 'LaunchTemplateData')
  return sometimes.filter((name) => isEmpty(shown[name])).map((name) => `LaunchTemplateData.${name}`)
}
