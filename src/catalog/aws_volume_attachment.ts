import type {TerraformType} from './entry.ts'

const objectType = 'AWS::EC2::Volume'
const detaching = {skip: 'terraform-only', because: 'how a destroy goes about it'} as const

/** In CloudFormation an AWS::EC2::VolumeAttachment; EC2 shows attachments with their volume. */
export const entry: TerraformType = {
  type: 'aws_volume_attachment',
  confidence: 'curated',
  objectType,
  role: 'part',
  identity: [['volume_id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    device_name: {custom: 'a member of the element of VolumeAttachment'},
    force_detach: detaching,
    instance_id: {custom: 'a member of the element of VolumeAttachment'},
    skip_destroy: detaching,
    stop_instance_before_detaching: detaching,
    volume_id: {skip: 'identity', because: 'names the volume'},
  },
  project({attributes}, {id, location}) {
    if (id === undefined) return []
    const {instance_id: InstanceId = null, device_name: Device = null} = attributes
    const elements = [
      {
        path: 'VolumeAttachment',
        element: {InstanceId, Device},
        attribute: 'instance_id',
        as: 'contains' as const,
        key: ['InstanceId'],
      },
    ]
    return [{objectType, id, location, elements, wholeResource: true}]
  },
}
