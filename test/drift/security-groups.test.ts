import {describe, expect, test} from 'vitest'

import type {LiveObject} from '../../src/model/live.ts'
import type {ValueRecord} from '../../src/model/value.ts'
import {check} from '../catalog/check-fixture.ts'
import {loadFixture, type TypeFixture} from '../catalog/type-fixtures.ts'

const inline = await loadFixture('aws_security_group')
const separate = await loadFixture('aws_security_group_rule')
const ssh = {IpProtocol: 'tcp', FromPort: 22, ToPort: 22}

describe('a rule that nobody declared', () => {
  test('drifts where the group declares all of its rules', () => {
    expect(withRule(inline, 'closed', {...ssh, CidrIp: '10.0.0.0/8'})).toMatchObject([
      {code: 'drifted-undeclared', path: 'SecurityGroupIngress', severity: 'medium'},
    ])
  })

  test('is an unmanaged child where rules are resources of their own', () => {
    expect(withRule(separate, 'nodes', {...ssh, CidrIp: '10.0.0.0/8'})).toMatchObject([
      {code: 'unmanaged-child', path: 'SecurityGroupIngress', severity: 'medium'},
    ])
  })

  test.each([{CidrIp: '0.0.0.0/0'}, {CidrIpv6: '::/0'}])('is critical where it lets everyone in: %o', (everyone) => {
    for (const [fixture, name] of [[inline, 'closed'] as const, [separate, 'nodes'] as const]) {
      expect(withRule(fixture, name, {...ssh, ...everyone})).toMatchObject([{severity: 'critical'}])
    }
  })
})

describe('a rule that is declared', () => {
  test('and has another description is one finding, which names the rule', () => {
    expect(withRules(inline, 'inference', (rules) => rules.map(temporary))).toMatchObject([
      {
        path: 'SecurityGroupIngress[IpProtocol=tcp,FromPort=8080,ToPort=8080,SourceSecurityGroupId=sg-0c3d4e5f607182930].Description',
        before: 'from the load balancer',
        after: 'temporary',
      },
    ])
  })

  test('and gone is missing where it is a resource', () => {
    expect(
      withRules(separate, 'nodes', (rules) => rules.filter(({IpProtocol}) => IpProtocol !== 'icmp')),
    ).toMatchObject([{code: 'missing', subject: {address: 'aws_security_group_rule.ping'}}])
  })
})

function temporary(rule: ValueRecord): ValueRecord {
  return rule['FromPort'] === 8080 ? {...rule, Description: 'temporary'} : rule
}

function withRule(fixture: TypeFixture, name: string, rule: ValueRecord) {
  return withRules(fixture, name, (rules) => [...rules, rule])
}

function withRules(
  fixture: TypeFixture,
  name: string,
  change: (rules: readonly ValueRecord[]) => readonly ValueRecord[],
) {
  const group = groupOf(fixture, name)
  const rules = (group.properties['SecurityGroupIngress'] ?? []) as readonly ValueRecord[]
  const properties = {...group.properties, SecurityGroupIngress: change(rules)}
  return check(fixture, new Map([[group, {...group, properties}]])).findings
}

function groupOf({resources, objects}: TypeFixture, name: string): LiveObject {
  const id = resources.find((resource) => resource.type === 'aws_security_group' && resource.name === name)?.attributes[
    'id'
  ]
  const group = objects.find((object) => object.id === id)
  if (!group) throw new Error(`no live group for aws_security_group.${name}`)
  return group
}
