import {array, assert, constantFrom, integer, property, record} from 'fast-check'
import {describe, expect, it} from 'vitest'

import {causeGroups} from '../../src/model/cause-group.ts'
import type {Change} from '../../src/model/change.ts'
import type {Finding, FindingDetail} from '../../src/model/finding.ts'
import {Sensitive} from '../../src/model/value.ts'

const drift = {code: 'drifted', path: 'InstanceType', before: 'm5.large', after: 'm5.xlarge'} as const

describe('findings with one cause', () => {
  it('are the same change of one type, on however many resources', () => {
    const findings = [0, 1, 2].map((at) => finding(drift, `aws_instance.web${at}`))
    const [group, ...more] = causeGroups([...findings, finding({...drift, after: 'm5.2xlarge'}, 'aws_instance.other')])
    expect(more).toEqual([])
    expect(group).toMatchObject({cause: 'change', code: 'drifted', severity: 'medium', type: 'aws_instance', findings})
  })

  it('are what one event changed, whatever it changed it to', () => {
    const change: Change = {at: 'now', certainty: 'property', event: {name: 'Modify', service: 'ec2', id: 'e-1'}}
    const findings = [0, 1].map((at) => ({...finding({...drift, after: at}, `aws_instance.web${at}`), change}))
    expect(causeGroups(findings)).toMatchObject([{cause: 'event', event: 'e-1', findings}])
  })

  it('are instances of one block, each changed in its own way', () => {
    const addresses = ['module.a["x.y"].aws_instance.web[0]', 'module.a["z"].aws_instance.web[1]']
    const findings = addresses.map((address, at) => finding({...drift, after: at}, address))
    expect(causeGroups(findings)).toMatchObject([{cause: 'block', address: 'module.a.aws_instance.web', findings}])
  })

  it('are what is missing of one module', () => {
    const findings = ['module.a[0].aws_vpc.x', 'module.a[0].aws_subnet.y'].map((address) =>
      finding({code: 'missing'}, address),
    )
    expect(causeGroups(findings)).toMatchObject([{cause: 'module', address: 'module.a', findings}])
  })

  it('are no several of one resource, and no secrets', () => {
    const one = [finding(drift, 'aws_instance.web'), finding({...drift, path: 'KeyName'}, 'aws_instance.web')]
    expect(causeGroups(one)).toEqual([])
    const secret = {...drift, before: Sensitive.of('a'), after: Sensitive.of('b')}
    expect(causeGroups([finding(secret, 'aws_instance.a'), finding(secret, 'aws_instance.b')])).toEqual([])
  })

  it('are each in one group at most, in any order', () => {
    const any = record({
      block: constantFrom('aws_instance.a', 'module.m.aws_instance.b', 'aws_vpc.c'),
      key: integer({min: 0, max: 3}),
      after: integer({min: 0, max: 2}),
    })
    assert(
      property(array(any), (rows) => {
        const findings = rows.map(({block, key, after}) => finding({...drift, after}, `${block}[${key}]`))
        const groups = causeGroups(findings)
        const members = groups.flatMap((group) => group.findings)
        expect(new Set(members).size).toBe(members.length)
        expect(groups.every((group) => group.findings.length >= 2)).toBe(true)
        expect(sizes(findings.toReversed())).toEqual(sizes(findings))
      }),
    )
  })
})

function finding(detail: FindingDetail, address: string): Finding {
  const type = /(aws_\w+)\./.exec(address)?.[1] ?? ''
  const common = {
    severity: 'medium',
    confidence: 'curated',
    fingerprint: `${address} ${JSON.stringify(detail)}`,
  } as const
  return {...detail, subject: {address, type}, ...common}
}

function sizes(of: readonly Finding[]): readonly number[] {
  return causeGroups(of)
    .map((group) => group.findings.length)
    .toSorted((a, b) => a - b)
}
