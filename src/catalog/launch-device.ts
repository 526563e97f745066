import {declared} from './blocks.ts'
import type {ProjectedElement} from './entry.ts'
import {blocksOf} from './plain-value.ts'
import type {ValueRecord} from '../model/value.ts'

const path = 'BlockDeviceMappings'

/**
 * The devices of an image or a launch configuration, which the provider sorts into three attributes and AWS keeps in one list. Of the
 * root device it records neither name nor snapshot: it comes last, so that no named one is taken for it.
 */
export function launchDevices(attributes: ValueRecord): readonly ProjectedElement[] {
  const named = blocksOf(attributes['ebs_block_device']).map((block) => element(ebsDevice(block), 'ebs_block_device'))
  const ephemeral = blocksOf(attributes['ephemeral_block_device']).map((block) =>
    element(ephemeralDevice(block), 'ephemeral_block_device'),
  )
  const root = blocksOf(attributes['root_block_device']).map((block) => ({
    path,
    element: {Ebs: volume(block)},
    attribute: 'root_block_device',
    as: 'contains' as const,
  }))
  return [...named, ...ephemeral, ...root]
}

function element(device: ValueRecord, attribute: string): ProjectedElement {
  return {path, element: device, attribute, as: 'contains', key: ['DeviceName']}
}

function ebsDevice(block: ValueRecord): ValueRecord {
  const {device_name: DeviceName = null, no_device: none} = block
  return none === true ? {DeviceName, NoDevice: true} : {DeviceName, Ebs: volume(block)}
}

function ephemeralDevice({
  device_name: DeviceName = null,
  virtual_name: VirtualName,
  no_device: none,
}: ValueRecord): ValueRecord {
  return {DeviceName, ...declared({VirtualName, NoDevice: none === true ? true : null})}
}

function volume(block: ValueRecord): ValueRecord {
  return {
    DeleteOnTermination: block['delete_on_termination'] ?? null,
    Encrypted: block['encrypted'] ?? null,
    ...declared({
      Iops: block['iops'],
      OutpostArn: block['outpost_arn'],
      SnapshotId: block['snapshot_id'],
      Throughput: block['throughput'],
      VolumeSize: block['volume_size'],
      VolumeType: block['volume_type'],
    }),
  }
}
