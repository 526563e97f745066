import {describe, expect, test} from 'vitest'

import type {Value, ValueRecord} from '../../src/model/value.ts'
import {check, line} from '../catalog/check-fixture.ts'
import {loadFixture} from '../catalog/type-fixtures.ts'

const groups = await loadFixture('aws_autoscaling_group')

function withProperties(name: string, changed: ValueRecord): ReturnType<typeof check>['findings'] {
  const group = groups.objects.find(({id}) => id === name)
  if (!group) throw new Error(`no group ${name}`)
  return check(groups, new Map([[group, {...group, properties: {...group.properties, ...changed}}]])).findings
}

function listOf(name: string, path: string): readonly Value[] {
  return (groups.objects.find(({id}) => id === name)?.properties[path] ?? []) as readonly Value[]
}

describe('the desired capacity', () => {
  test('is controlled while it is between the smallest and the largest size', () => {
    const findings = withProperties('train-p5', {DesiredCapacity: '7'})
    expect(findings).toMatchObject([
      {
        code: 'controlled',
        severity: 'info',
        path: 'DesiredCapacity',
        before: 4,
        after: '7',
        controlledBy: 'Auto Scaling',
      },
    ])
  })

  test.each(['2', '8'])('is controlled at the very edge, %s', (DesiredCapacity) => {
    expect(withProperties('train-p5', {DesiredCapacity})).toMatchObject([{code: 'controlled'}])
  })

  test.each(['1', '9', 'many'])('is drift outside, %s', (DesiredCapacity) => {
    expect(withProperties('train-p5', {DesiredCapacity})).toMatchObject([{code: 'drifted', severity: 'medium'}])
  })

  test('is judged by the sizes that are live, which are drift themselves', () => {
    const findings = withProperties('train-p5', {DesiredCapacity: '16', MaxSize: '16'})
    expect(findings.map(({code}) => code).toSorted()).toEqual(['controlled', 'drifted'])
  })
})

describe('what others declare of a group', () => {
  const target = 'arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/extra/1'

  test('an attachment that is gone is missing', () => {
    const [, metrics] = listOf('api', 'TargetGroupARNs')
    const findings = withProperties('api', {TargetGroupARNs: [metrics ?? null]})
    expect(findings.map(line)).toEqual(['missing aws_autoscaling_attachment.api  '])
  })

  test('a target group that nobody attached is an unmanaged part', () => {
    const findings = withProperties('api', {TargetGroupARNs: [...listOf('api', 'TargetGroupARNs'), target]})
    expect(findings).toMatchObject([{code: 'unmanaged-child', path: 'TargetGroupARNs', after: target}])
  })

  test('a target group is drift where the group declares its own', () => {
    const findings = withProperties('web', {TargetGroupARNs: [...listOf('web', 'TargetGroupARNs'), target]})
    expect(findings).toMatchObject([{code: 'drifted-undeclared', path: 'TargetGroupARNs', after: target}])
  })

  test('a hook that nobody declares is an unmanaged part', () => {
    const hook = {LifecycleHookName: 'other', LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING'}
    const hooks = [...listOf('train-p5', 'LifecycleHookSpecificationList'), hook]
    const findings = withProperties('train-p5', {LifecycleHookSpecificationList: hooks})
    expect(findings).toMatchObject([{code: 'unmanaged-child', severity: 'info'}])
  })

  test('a tag is compared with its propagation, an extra one is drift', () => {
    const [first, ...rest] = listOf('web', 'Tags') as readonly ValueRecord[]
    expect(withProperties('web', {Tags: [{...first, PropagateAtLaunch: false}, ...rest]})).toMatchObject([
      {code: 'drifted', path: 'Tags[Key=App].PropagateAtLaunch', before: true, after: false, owner: 'tag'},
    ])
    const extra = {Key: 'CostCenter', Value: '7', PropagateAtLaunch: true}
    expect(withProperties('web', {Tags: [first ?? null, ...rest, extra]})).toMatchObject([
      {code: 'drifted-undeclared', path: 'Tags', after: extra},
    ])
  })

  test('a tag that has a resource of its own is compared there', () => {
    const tags = listOf('api', 'Tags') as readonly ValueRecord[]
    const changed = tags.map((tag) => (tag['Value'] === 'true' ? {...tag, Value: 'false'} : tag))
    const findings = withProperties('api', {Tags: changed})
    expect(findings).toMatchObject([{code: 'drifted', subject: {address: 'aws_autoscaling_group_tag.autoscaler'}}])
  })
})

test('a warm pool that nobody declared is one finding', () => {
  const findings = withProperties('web', {WarmPool: {MinSize: 2, PoolState: 'Running', MaxGroupPreparedCapacity: 4}})
  expect(findings).toMatchObject([{code: 'drifted-undeclared', path: 'WarmPool', owner: 'warm_pool'}])
})
