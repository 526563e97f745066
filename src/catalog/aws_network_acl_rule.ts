import type {Json} from '../model/value.ts'
import {networkAcl} from './aws_network_acl.ts'
import type {TerraformType} from './entry.ts'
import {aclElement} from './network-acl-entries.ts'
import {plainOf} from './plain-value.ts'

const part = {custom: 'member of an element of Ingress or Egress'} as const

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/network_acl_rule */
export const entry: TerraformType = {
  type: 'aws_network_acl_rule',
  confidence: 'curated',
  objectType: networkAcl,
  role: 'part',
  identity: [['network_acl_id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    cidr_block: part,
    egress: {custom: 'which of the two lists the rule is in'},
    from_port: part,
    icmp_code: part,
    icmp_type: part,
    ipv6_cidr_block: part,
    network_acl_id: {skip: 'identity', because: 'names the list that the rule is part of'},
    protocol: part,
    rule_action: part,
    rule_number: part,
    to_port: part,
  },
  project: ({attributes}, {id, location}) => {
    const plain = plainOf(attributes)
    if (id === undefined || plain === undefined) return []
    const values = plain.value as {readonly [name: string]: Json}
    const direction = values['egress'] === true || values['egress'] === 'true' ? 'Egress' : 'Ingress'
    const element = aclElement(ruleOf(values), direction, {attribute: 'rule_action', secret: plain.secret})
    return [{objectType: networkAcl, id, location, elements: [element], wholeResource: true}]
  },
}

function ruleOf(values: {readonly [name: string]: Json}): Parameters<typeof aclElement>[0] {
  return {
    number: values['rule_number'],
    action: values['rule_action'],
    protocol: values['protocol'],
    cidr: values['cidr_block'],
    ipv6Cidr: values['ipv6_cidr_block'],
    from: values['from_port'],
    to: values['to_port'],
    icmpType: values['icmp_type'],
    icmpCode: values['icmp_code'],
  }
}
