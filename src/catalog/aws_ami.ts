import type {TerraformType} from './entry.ts'
import {launchDevices} from './launch-device.ts'

const objectType = 'AWS::EC2::Image'
const device = {custom: 'elements of BlockDeviceMappings'}
const ofImage = {skip: 'computed', because: 'EC2 says so of the image'} as const

/** CloudFormation has no type for it: the names are those of https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html */
export const entry: TerraformType = {
  type: 'aws_ami',
  confidence: 'curated',
  objectType,
  role: 'object',
  identity: [['id']],
  attributes: {
    architecture: {to: 'Architecture', default: 'x86_64'},
    boot_mode: {to: 'BootMode'},
    deprecation_time: {to: 'DeprecationTime', as: 'instant'},
    description: {to: 'Description'},
    ebs_block_device: device,
    ena_support: {to: 'EnaSupport'},
    ephemeral_block_device: device,
    hypervisor: ofImage,
    image_location: {to: 'ImageLocation', computed: true},
    image_owner_alias: ofImage,
    image_type: ofImage,
    imds_support: {to: 'ImdsSupport'},
    kernel_id: {to: 'KernelId'},
    last_launched_time: ofImage,
    manage_ebs_snapshots: {skip: 'terraform-only', because: 'whether a destroy takes the snapshots along'},
    name: {to: 'Name'},
    owner_id: ofImage,
    platform: ofImage,
    platform_details: ofImage,
    // Not settable here, but recorded: an image that is public all of a sudden is worth knowing.
    public: {to: 'Public'},
    ramdisk_id: {to: 'RamdiskId'},
    root_device_name: {to: 'RootDeviceName'},
    root_snapshot_id: {skip: 'alias', because: 'compared with the devices'},
    sriov_net_support: {to: 'SriovNetSupport', default: 'simple'},
    tpm_support: {to: 'TpmSupport'},
    uefi_data: {
      skip: 'write-only',
      because:
        'told by DescribeImageAttribute alone (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImageAttribute.html)',
    },
    usage_operation: ofImage,
    virtualization_type: {to: 'VirtualizationType', default: 'paravirtual'},
  },
  project({attributes}, {id, location}) {
    return id === undefined ? [] : [{objectType, id, location, elements: launchDevices(attributes)}]
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}::image/{id}',
    exposes: (path, live) => path === 'Public' && live === true,
  },
}
