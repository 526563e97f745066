import {describe, expect, test} from 'vitest'

import {volumeProjections} from '../../src/catalog/instance-volumes.ts'
import type {ValueRecord} from '../../src/model/value.ts'

const instance = {id: 'i-0a1b2c3d4e5f60718', location: {account: '123456789012', region: 'eu-central-1'}}
const root = {volume_id: 'vol-0a1b', device_name: '/dev/xvda', volume_size: 8, delete_on_termination: true}

describe('volumes that an instance declares', () => {
  test('are objects of their own, in the place of the instance', () => {
    const ebs = {volume_id: 'vol-0c2d', device_name: '/dev/sdf', volume_size: 100}
    const volumes = volumesOf({root_block_device: [root], ebs_block_device: [ebs]})
    expect(volumes.map(({objectType, id, location}) => ({objectType, id, location}))).toEqual([
      {objectType: 'AWS::EC2::Volume', id: 'vol-0a1b', location: instance.location},
      {objectType: 'AWS::EC2::Volume', id: 'vol-0c2d', location: instance.location},
    ])
  })

  test('are one where the root volume stands in both blocks', () => {
    expect(volumesOf({root_block_device: [root], ebs_block_device: [root]})).toHaveLength(1)
  })

  test('are none where the state does not name them', () => {
    expect(volumesOf({root_block_device: [{...root, volume_id: ''}], ebs_block_device: []})).toEqual([])
  })
})

describe('tags of a volume', () => {
  test.each([
    {
      given: 'tags_all are all of them',
      attributes: {root_block_device: [{...root, tags: {}, tags_all: {Team: 'ml'}}], volume_tags: null},
      tags: {value: {Team: 'ml'}, attribute: 'root_block_device.tags_all'},
    },
    {
      given: 'volume_tags leave out default tags',
      attributes: {root_block_device: [{...root, tags: null}], volume_tags: {Name: 'root'}},
      tags: {value: {Name: 'root'}, attribute: 'volume_tags', some: true},
    },
    {
      given: 'tags alone may leave out default tags',
      attributes: {root_block_device: [{...root, tags: {Name: 'root'}}], volume_tags: {}},
      tags: {value: {Name: 'root'}, attribute: 'root_block_device.tags', some: true},
    },
    {given: 'nothing recorded says nothing', attributes: {root_block_device: [root]}, tags: undefined},
  ])('$given', ({attributes, tags}) => {
    expect(volumesOf(attributes)[0]?.tags).toEqual(tags)
  })
})

function volumesOf(attributes: ValueRecord) {
  return volumeProjections(attributes, instance)
}
