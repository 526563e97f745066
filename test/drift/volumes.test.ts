import {describe, expect, test} from 'vitest'

import type {LiveObject} from '../../src/model/live.ts'
import {isRecord, type ValueRecord} from '../../src/model/value.ts'
import {check, line} from '../catalog/check-fixture.ts'
import {loadFixture} from '../catalog/type-fixtures.ts'

const instances = await loadFixture('aws_instance')
const root = objectOf('vol-0a1a2a3a4a5a6a7a8')
const trainer = objectOf('i-0a1b2c3d4e5f60718')

describe('the root volume of an instance', () => {
  test('that was replaced is missing, and the instance is not', () => {
    const findings = without([root.id])
    expect(findings.map(({code, subject}) => `${code} ${subject.address}`)).toEqual(['missing aws_instance.trainer'])
    expect(findings[0]).toMatchObject({partOf: `AWS::EC2::Volume ${root.id}`})
  })

  test('goes with its instance, which is told once', () => {
    const findings = without([root.id, 'vol-0b1b2b3b4b5b6b7b8', trainer.id])
    expect(findings.map(line)).toEqual(['missing aws_instance.trainer  '])
    expect(findings[0]).not.toHaveProperty('partOf')
  })

  test('has the tags that the instance declares for it', () => {
    const {findings} = check(instances, new Map([[root, {...root, tags: {Name: 'renamed', Team: 'ml-research'}}]]))
    expect(findings).toMatchObject([{path: 'Tags.Name', owner: 'root_block_device.tags_all.Name', after: 'renamed'}])
  })
})

test('a terminated instance is missing, with its status', () => {
  const {findings} = check(instances, new Map([[trainer, {...trainer, deleting: 'terminated'}]]))
  expect(findings).toMatchObject([{code: 'missing', status: 'terminated', subject: {address: 'aws_instance.trainer'}}])
})

test('interfaces and attachments that others add are nobody’s concern', () => {
  const attached = {...root, properties: withAnother(root.properties, 'VolumeAttachment', {InstanceId: 'i-0other'})}
  const added = withAnother(trainer.properties, 'NetworkInterfaces', {NetworkInterfaceId: 'eni-0added', DeviceIndex: 2})
  const replaced = new Map([
    [root, attached],
    [trainer, {...trainer, properties: added}],
  ])
  expect(check(instances, replaced).findings.map(line)).toEqual([])
})

test('a volume that has a resource of its own is compared with that alone', async () => {
  const volumes = await loadFixture('aws_ebs_volume')
  const own = volumes.resources.filter(({name}) => name === 'datasets')
  const [live] = volumes.objects
  const holder = instances.resources
    .filter(({name}) => name === 'trainer')
    .map((resource) => ({
      ...resource,
      attributes: {...resource.attributes, ebs_block_device: [{volume_id: live?.id ?? '', volume_size: 1}]},
    }))
  const objects = live ? [live, trainer, root] : []
  const together = {
    ...volumes,
    resources: [...own, ...holder],
    objects,
    scopes: [...volumes.scopes, ...instances.scopes],
  }
  expect(check(together).findings.map(line)).toEqual([])
})

function objectOf(id: string): LiveObject {
  const object = instances.objects.find((each) => each.id === id)
  if (!object) throw new Error(`fixtures/types/aws_instance has no ${id}`)
  return object
}

function without(ids: readonly string[]) {
  return check({...instances, objects: instances.objects.filter(({id}) => !ids.includes(id))}).findings
}

function withAnother(properties: ValueRecord, path: string, element: ValueRecord): ValueRecord {
  const list = properties[path]
  return {...properties, [path]: [...(Array.isArray(list) ? list.filter(isRecord) : []), element]}
}
