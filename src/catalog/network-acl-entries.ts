import {Sensitive, type Json} from '../model/value.ts'
import type {ProjectedElement} from './entry.ts'
import {canonicalCidr} from './normalizers/cidr.ts'

type Members = {readonly [member: string]: Json}

export type AclDirection = 'Ingress' | 'Egress'

/** What one rule says, under whichever names Terraform or EC2 have for it. */
export interface AclRule {
  readonly number: Json | undefined
  readonly action: Json | undefined
  readonly protocol: Json | undefined
  readonly cidr: Json | undefined
  readonly ipv6Cidr: Json | undefined
  readonly from: Json | undefined
  readonly to: Json | undefined
  readonly icmpType: Json | undefined
  readonly icmpCode: Json | undefined
}

/** Protocols that have names in Terraform, by IANA number (https://www.iana.org/assignments/protocol-numbers). */
const protocolNumbers: Readonly<Record<string, string>> = {
  ah: '51',
  all: '-1',
  esp: '50',
  gre: '47',
  icmp: '1',
  icmpv6: '58',
  'ipv6-icmp': '58',
  sctp: '132',
  tcp: '6',
  udp: '17',
}

/** One rule as an element of `Ingress` or `Egress`; its number says which it is. */
export function aclElement(
  rule: AclRule,
  path: AclDirection,
  source: {readonly attribute: string; readonly secret: boolean},
): ProjectedElement {
  const element = canonicalEntry(rule)
  return {
    path,
    element: source.secret ? Sensitive.of(element) : element,
    attribute: source.attribute,
    key: ['RuleNumber'],
  }
}

/**
 * The members of CloudFormation's AWS::EC2::NetworkAclEntry, but for the direction. Only TCP and UDP have ports, only ICMP has a type and a
 * code: for all else Terraform writes zeros that EC2 does not keep.
 */
export function canonicalEntry(rule: AclRule): Members {
  const protocol = protocolOf(rule.protocol)
  return {
    RuleNumber: Number(rule.number),
    Protocol: protocol,
    RuleAction: lowerCased(rule.action),
    ...block('CidrBlock', rule.cidr),
    ...block('Ipv6CidrBlock', rule.ipv6Cidr),
    ...(['6', '17'].includes(protocol) ? {PortRange: {From: Number(rule.from ?? 0), To: Number(rule.to ?? 0)}} : {}),
    ...(['1', '58'].includes(protocol)
      ? {Icmp: {Type: Number(rule.icmpType ?? 0), Code: Number(rule.icmpCode ?? 0)}}
      : {}),
  }
}

function protocolOf(value: Json | undefined): string {
  const text = lowerCased(value) || '-1'
  return protocolNumbers[text] ?? text
}

function lowerCased(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase() : ''
}

function block(member: string, value: Json | undefined): Members {
  return typeof value === 'string' && value !== '' ? {[member]: canonicalCidr(value)} : {}
}
