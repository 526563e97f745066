import type {TerraformType} from './entry.ts'

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/network_interface_attachment */
export const entry: TerraformType = {
  type: 'aws_network_interface_attachment',
  confidence: 'curated',
  objectType: 'AWS::EC2::NetworkInterface',
  role: 'part',
  identity: [['network_interface_id']],
  arnAttribute: null,
  tags: 'none',
  presence: 'Attachment',
  attributes: {
    attachment_id: {skip: 'computed', because: 'id that AWS gives to the attachment'},
    device_index: {to: 'Attachment.DeviceIndex', default: 0},
    instance_id: {to: 'Attachment.InstanceId'},
    network_card_index: {to: 'Attachment.NetworkCardIndex', default: 0},
    network_interface_id: {skip: 'identity', because: 'names the interface'},
    status: {skip: 'computed', because: 'where AWS is with it'},
  },
}
