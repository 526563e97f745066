import {isEmpty, isRecord, Sensitive, type Value, type ValueRecord} from '../model/value.ts'
import type {OwnTarget, ProjectedElement, ProjectedProperty, Projection} from './entry.ts'
import {blocksOf} from './plain-value.ts'

type Instance = Required<OwnTarget> & {readonly id: string}

/**
 * `root_block_device` and `ebs_block_device` are AWS::EC2::Volume objects. The provider records every attached volume, those of
 * aws_ebs_volume included, whose own resource then speaks for them; the root volume may stand in both blocks.
 */
export function volumeProjections(attributes: ValueRecord, instance: Instance): readonly Projection[] {
  const projections = new Map<string, Projection>()
  for (const attribute of ['root_block_device', 'ebs_block_device']) {
    for (const block of blocksOf(attributes[attribute])) {
      const id = plainText(block['volume_id'])
      if (id === undefined || projections.has(id)) continue
      projections.set(id, volumeProjection(id, block, {attribute, instance, volumeTags: attributes['volume_tags']}))
    }
  }
  return [...projections.values()]
}

interface BlockContext {
  readonly attribute: string
  readonly instance: Instance
  readonly volumeTags: Value | undefined
}

function volumeProjection(id: string, block: ValueRecord, context: BlockContext): Projection {
  const tags = volumeTags(block, context)
  return {
    objectType: 'AWS::EC2::Volume',
    id,
    location: context.instance.location,
    properties: volumeProperties(block, context.attribute),
    elements: attachment(block, context),
    open: ['VolumeAttachment'],
    yields: true,
    ...(tags === undefined ? {} : {tags}),
  }
}

const volumePaths: Readonly<Record<string, Omit<ProjectedProperty, 'value' | 'attribute'>>> = {
  encrypted: {path: 'Encrypted', computed: true},
  iops: {path: 'Iops', default: 0, computed: true},
  kms_key_id: {path: 'KmsKeyId', as: 'kmsKey', computed: true},
  snapshot_id: {path: 'SnapshotId', computed: true},
  throughput: {path: 'Throughput', default: 0, computed: true},
  volume_size: {path: 'Size', computed: true},
  volume_type: {path: 'VolumeType', computed: true},
}

function volumeProperties(block: ValueRecord, attribute: string): readonly ProjectedProperty[] {
  return Object.entries(volumePaths).flatMap(([name, rule]) => {
    const value = block[name]
    return value === undefined ? [] : [{...rule, value, attribute: `${attribute}.${name}`}]
  })
}

/** In CloudFormation an AWS::EC2::VolumeAttachment of its own, hence the pseudo-property; a volume may be attached to several instances. */
function attachment(block: ValueRecord, {attribute, instance}: BlockContext): readonly ProjectedElement[] {
  const device = block['device_name']
  if (device === undefined || isEmpty(device)) return []
  const element = {
    InstanceId: instance.id,
    Device: device,
    DeleteOnTermination: block['delete_on_termination'] ?? false,
  }
  return [{path: 'VolumeAttachment', element, attribute, key: ['InstanceId']}]
}

/**
 * `tags_all` of a block are all tags of the volume. `volume_tags`, and `tags` of states that lack `tags_all`, leave out the provider's
 * default tags, so there may be more.
 */
function volumeTags(block: ValueRecord, {attribute, volumeTags: shared}: BlockContext): Projection['tags'] {
  if (!isEmpty(shared) && shared !== undefined) return {value: shared, attribute: 'volume_tags', some: true}
  const all = block['tags_all']
  if (isTags(all)) return {value: all, attribute: `${attribute}.tags_all`}
  const own = block['tags']
  return isTags(own) ? {value: own, attribute: `${attribute}.tags`, some: true} : undefined
}

function isTags(value: Value | undefined): value is Value {
  return isRecord(value) || value instanceof Sensitive
}

function plainText(value: Value | undefined): string | undefined {
  const plain = value instanceof Sensitive ? value.reveal() : value
  return typeof plain === 'string' && plain !== '' ? plain : undefined
}
