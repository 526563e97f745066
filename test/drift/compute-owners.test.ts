import {describe, expect, test} from 'vitest'

import {loadCatalog} from '../../src/catalog/catalog.ts'
import {objectFinder} from '../../src/drift/object-finder.ts'
import {ownerOf} from '../../src/drift/owners.ts'
import type {JoinedObject} from '../../src/join/joined.ts'
import type {LiveObject} from '../../src/model/live.ts'
import type {ValueRecord} from '../../src/model/value.ts'

const catalog = await loadCatalog()
const location = {partition: 'aws', account: '123456789012', region: 'eu-central-1'}

function liveObject(type: string, properties: ValueRecord, tags: LiveObject['tags'] = {}): LiveObject {
  return {type, id: 'any', location, properties, tags, reader: 'config'}
}

function ownedBy(object: LiveObject, others: readonly JoinedObject[] = []): string | undefined {
  return ownerOf(object, {find: objectFinder(others), catalog})?.ownedBy
}

test.each([
  ['aws:autoscaling:groupName', 'train', 'Auto Scaling group train'],
  ['aws:dlm:lifecycle-policy-id', 'policy-1', 'Data Lifecycle Manager policy policy-1'],
  ['aws:ec2spot:fleet-request-id', 'sfr-1', 'Spot Fleet sfr-1'],
  ['karpenter.sh/provisioner-name', 'gpu', 'Karpenter provisioner gpu'],
  ['Ec2ImageBuilderArn', 'arn:image', 'EC2 Image Builder arn:image'],
])('a tag %s names the owner', (key, value, owner) => {
  expect(ownedBy(liveObject('AWS::EC2::Instance', {}, {[key]: value}))).toBe(owner)
})

describe('a scaling policy', () => {
  const policy = liveObject('AWS::AutoScaling::ScalingPolicy', {AutoScalingGroupName: 'eks-gpu'})
  const group = (tags: LiveObject['tags'], shares: JoinedObject['shares'] = []): JoinedObject => {
    const type = 'AWS::AutoScaling::AutoScalingGroup'
    return {type, id: 'eks-gpu', location, shares, live: {...liveObject(type, {}, tags), id: 'eks-gpu'}}
  }

  test('is kept by who keeps its group', () => {
    expect(ownedBy(policy, [group({'eks:nodegroup-name': 'gpu'})])).toBe('EKS node group gpu')
  })

  test('is unmanaged where nobody keeps the group, or nobody knows it', () => {
    expect(ownedBy(policy, [group({})])).toBeUndefined()
    expect(ownedBy(policy)).toBeUndefined()
  })
})

test('a snapshot that was made for an image belongs to it', () => {
  const Description = 'Created by CreateImage(i-0a1b2c3d4e5f60711) for ami-0a1b2c3d4e5f60711'
  expect(ownedBy(liveObject('AWS::EC2::Snapshot', {Description}))).toBe('image ami-0a1b2c3d4e5f60711')
  expect(ownedBy(liveObject('AWS::EC2::Snapshot', {Description: 'by hand'}))).toBeUndefined()
})
