import type {TerraformType} from './entry.ts'
import {launchDevices} from './launch-device.ts'

const objectType = 'AWS::AutoScaling::LaunchConfiguration'
const device = {custom: 'elements of BlockDeviceMappings'}
const classic = {skip: 'deprecated', because: 'EC2-Classic is retired; removed in provider 5'} as const

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-launchconfiguration.html */
export const entry: TerraformType = {
  type: 'aws_launch_configuration',
  confidence: 'curated',
  objectType,
  role: 'object',
  identity: [['name'], ['id']],
  tags: 'none',
  attributes: {
    associate_public_ip_address: {to: 'AssociatePublicIpAddress'},
    ebs_block_device: device,
    ebs_optimized: {to: 'EbsOptimized', computed: true},
    enable_monitoring: {to: 'InstanceMonitoring', default: true},
    ephemeral_block_device: device,
    iam_instance_profile: {to: 'IamInstanceProfile', as: 'arnOrName'},
    image_id: {to: 'ImageId'},
    instance_type: {to: 'InstanceType'},
    key_name: {to: 'KeyName', computed: true},
    metadata_options: {
      to: 'MetadataOptions',
      block: 'single',
      computed: true,
      of: {
        http_endpoint: {to: 'HttpEndpoint', computed: true},
        http_put_response_hop_limit: {to: 'HttpPutResponseHopLimit', default: 0, computed: true},
        http_tokens: {to: 'HttpTokens', computed: true},
      },
    },
    name: {to: 'LaunchConfigurationName'},
    name_prefix: {skip: 'terraform-only', because: 'the provider makes the name from it'},
    placement_tenancy: {to: 'PlacementTenancy', default: 'default'},
    root_block_device: device,
    security_groups: {to: 'SecurityGroups', as: 'set'},
    spot_price: {to: 'SpotPrice'},
    user_data: {to: 'UserData', as: 'userData', computed: true},
    user_data_base64: {to: 'UserData', as: 'userData', computed: true},
    vpc_classic_link_id: classic,
    vpc_classic_link_security_groups: classic,
  },
  project({attributes}, {id, location}) {
    return id === undefined ? [] : [{objectType, id, location, elements: launchDevices(attributes)}]
  },
  object: {
    idScope: 'region',
    sensitive: ['UserData'],
    severity: {IamInstanceProfile: 'high', MetadataOptions: 'high', SecurityGroups: 'high', UserData: 'high'},
  },
}
