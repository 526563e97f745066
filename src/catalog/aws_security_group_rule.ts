import type {Json, ValueRecord} from '../model/value.ts'
import type {ProjectedElement, TerraformType} from './entry.ts'
import {plainOf} from './plain-value.ts'
import {ruleElements, self, texts} from './security-group-rules.ts'

const parts = 'member of an element of SecurityGroupIngress or SecurityGroupEgress'

export const entry: TerraformType = {
  type: 'aws_security_group_rule',
  confidence: 'curated',
  objectType: 'AWS::EC2::SecurityGroup',
  role: 'part',
  identity: [['security_group_id']],
  arnAttribute: null,
  tags: 'none',
  attributes: {
    cidr_blocks: {custom: `${parts}: one for each block`},
    description: {custom: parts},
    from_port: {custom: parts},
    ipv6_cidr_blocks: {custom: `${parts}: one for each block`},
    prefix_list_ids: {custom: `${parts}: one for each list`},
    protocol: {custom: parts},
    security_group_id: {skip: 'identity', because: 'names the group that the rule is part of'},
    security_group_rule_id: {
      skip: 'computed',
      because: 'id that AWS gives to the rule; documents of the group do not show it',
    },
    self: {custom: `${parts}: the group itself as source`},
    source_security_group_id: {custom: parts},
    to_port: {custom: parts},
    type: {custom: 'which of the two lists the rule is in'},
  },
  project: ({attributes}, {id, location}) =>
    id === undefined
      ? []
      : [
          {
            objectType: 'AWS::EC2::SecurityGroup',
            id,
            location,
            elements: elementsOf(attributes, id),
            wholeResource: true,
          },
        ],
}

function elementsOf(attributes: ValueRecord, groupId: string): readonly ProjectedElement[] {
  const plain = plainOf(attributes)
  if (plain === undefined) return []
  const values = plain.value as {readonly [name: string]: Json}
  const rule = {
    protocol: values['protocol'],
    from: values['from_port'],
    to: values['to_port'],
    description: values['description'],
    cidrs: texts(values['cidr_blocks']),
    ipv6Cidrs: texts(values['ipv6_cidr_blocks']),
    prefixLists: texts(values['prefix_list_ids']),
    groups: [...texts(values['source_security_group_id']), ...self(values['self'], groupId)],
  }
  const direction = values['type'] === 'egress' ? 'egress' : 'ingress'
  return ruleElements(rule, direction, {attribute: attributeOf(rule), secret: plain.secret})
}

/** The attribute that says whom the rule lets in or out. */
function attributeOf(rule: {readonly cidrs: readonly string[]; readonly ipv6Cidrs: readonly string[]}): string {
  if (rule.cidrs.length > 0) return 'cidr_blocks'
  return rule.ipv6Cidrs.length > 0 ? 'ipv6_cidr_blocks' : 'type'
}
