import {listed, recordsAt, said, stateAt, textAt} from './document.ts'
import type {JsonRecord, Projector} from './projector.ts'

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Volume.html */
export const ec2Volume: Projector = {
  objectType: 'AWS::EC2::Volume',
  sees: [
    'AvailabilityZone',
    'Encrypted',
    'Iops',
    'KmsKeyId',
    'MultiAttachEnabled',
    'OutpostArn',
    'Size',
    'SnapshotId',
    'Throughput',
    'VolumeAttachment',
    'VolumeType',
  ],
  project: ({resourceId, configuration}) => {
    const createdAt = textAt(configuration, 'createTime')
    const state = stateAt(configuration, 'state') ?? ''
    return {
      id: textAt(configuration, 'volumeId') ?? resourceId,
      ...(createdAt === undefined ? {} : {createdAt}),
      ...(['deleting', 'deleted'].includes(state) ? {deleting: state} : {}),
      properties: propertiesOf(configuration),
    }
  },
}

function propertiesOf(volume: JsonRecord): JsonRecord {
  return said({
    AvailabilityZone: volume['availabilityZone'],
    Encrypted: volume['encrypted'],
    Iops: volume['iops'],
    KmsKeyId: volume['kmsKeyId'],
    MultiAttachEnabled: volume['multiAttachEnabled'],
    OutpostArn: volume['outpostArn'],
    Size: volume['size'],
    SnapshotId: volume['snapshotId'],
    Throughput: volume['throughput'],
    VolumeAttachment: listed(recordsAt(volume, 'attachments').filter(isAttached).map(attachment)),
    VolumeType: volume['volumeType'],
  })
}

function isAttached(each: JsonRecord): boolean {
  return !['detaching', 'detached'].includes(stateAt(each, 'state') ?? '')
}

/** In CloudFormation an attachment is an AWS::EC2::VolumeAttachment of its own, hence the pseudo-property of that name. */
function attachment(each: JsonRecord): JsonRecord {
  return said({
    InstanceId: each['instanceId'],
    Device: each['device'],
    DeleteOnTermination: each['deleteOnTermination'],
  })
}
