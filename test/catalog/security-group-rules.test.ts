import {describe, expect, test} from 'vitest'

import {entry as group} from '../../src/catalog/aws_security_group.ts'
import {entry as rule} from '../../src/catalog/aws_security_group_rule.ts'
import {entry as egressRule} from '../../src/catalog/aws_vpc_security_group_egress_rule.ts'
import type {Projection, TerraformType} from '../../src/catalog/entry.ts'
import {Sensitive, Unknown, type Value, type ValueRecord} from '../../src/model/value.ts'

const id = 'sg-0a1b2c3d4e5f60718'

describe('one rule in Terraform is as many to AWS as it has sources', () => {
  test('blocks, lists and the group itself', () => {
    const elements = elementsOf(rule, {
      type: 'ingress',
      protocol: '6',
      from_port: 443,
      to_port: '443',
      cidr_blocks: ['10.0.0.0/8', '172.16.0.0/12'],
      ipv6_cidr_blocks: null,
      prefix_list_ids: [],
      self: true,
      description: '',
    })
    const shared = {IpProtocol: 'tcp', FromPort: 443, ToPort: '443'}
    expect(elements).toEqual([
      {...shared, CidrIp: '10.0.0.0/8'},
      {...shared, CidrIp: '172.16.0.0/12'},
      {...shared, SourceSecurityGroupId: id},
    ])
  })

  test('a group of a peered VPC keeps its account, a group of EC2-Classic its name', () => {
    const sources = ['210987654321/sg-0d4e5f60', 'amazon-elb/amazon-elb-sg', 'sg-0b2c3d4e']
    const elements = sources.flatMap((source) =>
      elementsOf(rule, {type: 'ingress', protocol: '-1', from_port: 0, to_port: 0, source_security_group_id: source}),
    )
    expect(elements).toEqual([
      {IpProtocol: '-1', SourceSecurityGroupId: 'sg-0d4e5f60', SourceSecurityGroupOwnerId: '210987654321'},
      {IpProtocol: '-1', SourceSecurityGroupName: 'amazon-elb-sg', SourceSecurityGroupOwnerId: 'amazon-elb'},
      {IpProtocol: '-1', SourceSecurityGroupId: 'sg-0b2c3d4e'},
    ])
  })

  test('what an egress rule names is a destination', () => {
    const rules = elementsOf(egressRule, {
      ip_protocol: '-1',
      referenced_security_group_id: 'sg-0b2c3d4e',
      description: null,
    })
    expect(rules).toEqual([{IpProtocol: '-1', DestinationSecurityGroupId: 'sg-0b2c3d4e'}])
  })
})

describe('rules written inside a group', () => {
  const block = {protocol: 'tcp', from_port: 22, to_port: 22, cidr_blocks: ['10.0.0.0/8'], self: false}

  test('are all of them, unless other resources declare rules', () => {
    const [projection] = project(group, {ingress: [block], egress: []})
    expect(projection?.exclusive).toEqual(['SecurityGroupIngress', 'SecurityGroupEgress'])
    expect(projection).toMatchObject({echoes: projection?.exclusive})
  })

  test('that the state does not record are not claimed', () => {
    const [projection] = project(group, {ingress: [block]})
    expect(projection?.exclusive).toEqual(['SecurityGroupIngress'])
  })

  test('of which a part is unknown are not claimed', () => {
    const [projection] = project(group, {ingress: [{...block, cidr_blocks: new Unknown('known after apply')}]})
    expect(projection).toMatchObject({elements: [], exclusive: []})
  })

  test('stay secret where the state marks them so', () => {
    const ingress = [{...block, cidr_blocks: Sensitive.of(['198.51.100.0/24'])}]
    expect(JSON.stringify(project(group, {ingress})[0]?.elements)).not.toContain('198.51.100')
    const [element] = elementsOf(group, {ingress})
    expect(element instanceof Sensitive && element.reveal()).toMatchObject({CidrIp: '198.51.100.0/24'})
  })
})

function elementsOf(entry: TerraformType, attributes: ValueRecord): readonly Value[] {
  return project(entry, attributes).flatMap(({elements}) => elements?.map(({element}) => element) ?? [])
}

function project(entry: TerraformType, attributes: ValueRecord): readonly Projection[] {
  const resource = {
    origin: 'recorded',
    address: `${entry.type}.main`,
    mode: 'managed',
    type: entry.type,
    name: 'main',
    provider: {text: 'provider["registry.terraform.io/hashicorp/aws"]'},
    tainted: false,
    attributes,
    source: {file: 'terraform.tfstate'},
  } as const
  return entry.project?.(resource, {id, location: {}}) ?? []
}
