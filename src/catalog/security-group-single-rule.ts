import type {Json, ValueRecord} from '../model/value.ts'
import type {ProjectedElement, TerraformType} from './entry.ts'
import {plainOf} from './plain-value.ts'
import {ruleElements, rulePaths, texts, type Direction} from './security-group-rules.ts'

/** aws_vpc_security_group_ingress_rule and aws_vpc_security_group_egress_rule: one rule with one source, as AWS has them. */
export function singleRuleType(type: string, direction: Direction): TerraformType {
  const part = {custom: `member of an element of ${rulePaths[direction]}`} as const
  return {
    type,
    confidence: 'curated',
    objectType: 'AWS::EC2::SecurityGroup',
    role: 'part',
    identity: [['security_group_id']],
    // The rule's own tags are in DescribeSecurityGroupRules only; the group's are not its.
    tags: 'none',
    attributes: {
      cidr_ipv4: part,
      cidr_ipv6: part,
      description: part,
      from_port: part,
      ip_protocol: part,
      prefix_list_id: part,
      referenced_security_group_id: part,
      security_group_id: {skip: 'identity', because: 'names the group that the rule is part of'},
      security_group_rule_id: {
        skip: 'computed',
        because: 'id that AWS gives to the rule; documents of the group do not show it',
      },
      to_port: part,
    },
    project: ({attributes}, {id, location}) => {
      if (id === undefined) return []
      const elements = elementsOf(attributes, direction)
      return [{objectType: 'AWS::EC2::SecurityGroup', id, location, elements, wholeResource: true}]
    },
  }
}

function elementsOf(attributes: ValueRecord, direction: Direction): readonly ProjectedElement[] {
  const plain = plainOf(attributes)
  if (plain === undefined) return []
  const values = plain.value as {readonly [name: string]: Json}
  const rule = {
    protocol: values['ip_protocol'],
    from: values['from_port'],
    to: values['to_port'],
    description: values['description'],
    cidrs: texts(values['cidr_ipv4']),
    ipv6Cidrs: texts(values['cidr_ipv6']),
    prefixLists: texts(values['prefix_list_id']),
    groups: texts(values['referenced_security_group_id']),
  }
  return ruleElements(rule, direction, {attribute: peerAttribute(values), secret: plain.secret})
}

function peerAttribute(values: {readonly [name: string]: Json}): string {
  const names = ['cidr_ipv4', 'cidr_ipv6', 'prefix_list_id', 'referenced_security_group_id']
  return names.find((name) => texts(values[name]).length > 0) ?? 'ip_protocol'
}
