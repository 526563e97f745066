import {describe, expect, test} from 'vitest'

import type {ValueRecord} from '../../src/model/value.ts'
import {check} from '../catalog/check-fixture.ts'
import {findingsAfter} from '../catalog/changed-fixture.ts'
import {loadFixture, type TypeFixture} from '../catalog/type-fixtures.ts'

const clusters = await loadFixture('aws_emr_cluster')
const groups = await loadFixture('aws_emr_instance_group')
const fleets = await loadFixture('aws_emr_instance_fleet')
const [ofGroups, ofFleets] = ['j-1A2B3C4D5E6F7', 'j-7F6E5D4C3B2A1']

/** Clusters that managed scaling keeps to these bounds, and their groups or fleets. */
function scaledBy(limits: ValueRecord, others: TypeFixture): TypeFixture {
  const ManagedScalingPolicy = {ComputeLimits: {UnitType: 'Instances', MinimumCapacityUnits: 1, ...limits}}
  const objects = clusters.objects.map((object) => ({
    ...object,
    properties: {...object.properties, ManagedScalingPolicy},
  }))
  return {
    ...others,
    resources: [...clusters.resources, ...others.resources],
    objects: [...objects, ...others.objects],
    scopes: [...clusters.scopes, ...others.scopes],
  }
}

const sized = (sizes: ValueRecord) => (properties: ValueRecord) => ({...properties, ...sizes})

const counted = (count: number) => (properties: ValueRecord) => {
  const {CoreInstanceGroup: core, ...instances} = properties['Instances'] as {CoreInstanceGroup: ValueRecord}
  return {
    ...properties,
    Instances: {...instances, CoreInstanceGroup: {...core, AutoScalingPolicy: [], InstanceCount: count}},
  }
}

const codesOf = (fixture: TypeFixture, sizes: ValueRecord) => {
  const changed = new Map(fixture.objects.map((one) => [one, {...one, properties: {...one.properties, ...sizes}}]))
  const {findings} = check({...fixture, resources: []}, changed)
  return new Set(findings.map((finding) => `${finding.code} ${'ownedBy' in finding ? finding.ownedBy : ''}`.trim()))
}

describe('the size of a task group', () => {
  const group = `ig-2B3C4D5E6F7A8|${ofGroups}`

  test.each([
    [20, ['controlled']],
    [0, ['controlled']],
    [21, ['drifted']],
  ])('of %i, where managed scaling may go up to 20, is %j', (InstanceCount, codes) => {
    const found = findingsAfter(scaledBy({MaximumCapacityUnits: 20}, groups), group, sized({InstanceCount}))
    expect(found.map((line) => line.split(' ')[0])).toEqual(codes)
  })

  test('is drift where nothing scales the cluster', () => {
    const [found] = findingsAfter(groups, group, sized({InstanceCount: 3}))
    expect(found).toMatch(/^drifted .* InstanceCount$/)
  })
})

describe('the size of a core group', () => {
  const all = scaledBy({MaximumCapacityUnits: 60, MaximumCoreCapacityUnits: 50}, groups)

  test.each([
    [50, 'controlled'],
    [51, 'drifted'],
  ])('of %i, where managed scaling may go up to 50, is %s', (count, code) => {
    const found = findingsAfter(all, ofGroups, counted(count))
    expect(found.filter((line) => line.endsWith('InstanceCount'))).toEqual([
      expect.stringMatching(new RegExp(`^${code} .* Instances.CoreInstanceGroup.InstanceCount$`)),
    ])
  })
})

test('what a fleet aims at is controlled up to the bounds of managed scaling', () => {
  const all = scaledBy({MaximumCapacityUnits: 40, MaximumOnDemandCapacityUnits: 10}, fleets)
  const codes = (sizes: ValueRecord) =>
    findingsAfter(all, `${ofFleets}|if-1A2B3C4D5E6F7`, sized(sizes)).map((line) => line.replace(/ \S+ /, ' '))
  expect(codes({TargetSpotCapacity: 40, TargetOnDemandCapacity: 10})).toEqual([
    'controlled TargetOnDemandCapacity',
    'controlled TargetSpotCapacity',
  ])
  expect(codes({TargetOnDemandCapacity: 11})).toEqual(['drifted TargetOnDemandCapacity'])
})

describe('what the provider has emptied, since EMR deletes nothing', () => {
  test.each([
    [{InstanceCount: 0, RunningInstanceCount: 0}, `owned-elsewhere EMR cluster ${ofGroups}`],
    [{InstanceCount: 0, RunningInstanceCount: 2}, 'unmanaged'],
    [{InstanceCount: 1, RunningInstanceCount: 0}, 'unmanaged'],
    [{InstanceCount: 0}, 'unmanaged'],
  ])('a group of %j is %s', (sizes, expected) => {
    expect(codesOf(groups, sizes)).toEqual(new Set([expected]))
  })

  test('a fleet likewise', () => {
    const target = {TargetOnDemandCapacity: 0, TargetSpotCapacity: 0}
    const none = {ProvisionedOnDemandCapacity: 0, ProvisionedSpotCapacity: 0}
    expect(codesOf(fleets, {...target, ...none})).toEqual(new Set([`owned-elsewhere EMR cluster ${ofFleets}`]))
    expect(codesOf(fleets, {...target, ...none, ProvisionedSpotCapacity: 3})).toEqual(new Set(['unmanaged']))
  })
})
