import {isRecord, type Json} from '../../model/value.ts'
import {canonicalCidr} from './cidr.ts'
import {scalarsAsText} from './exact.ts'
import {byForm} from './normalizer.ts'

type Rule = {readonly [member: string]: Json}

/**
 * One permission of a security group: one protocol, one range of ports, one source or destination, in the members of
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-ingress.html
 */
export const securityGroupRule = byForm((value, {location}) => {
  if (!isRecord(value)) return value
  const entries = Object.entries(canonicalRule(value)).filter(([member, owner]) => {
    return !(member.endsWith('OwnerId') && owner === location.account)
  })
  const form = entries.map(([member, item]) => [member, member.startsWith('CidrIp') ? blockOf(item) : item])
  return scalarsAsText(Object.fromEntries(form) as Rule)
})

/** The names that EC2 answers with, by IANA number (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html). */
const protocolNames: Readonly<Record<string, string>> = {
  '1': 'icmp',
  '6': 'tcp',
  '17': 'udp',
  '58': 'icmpv6',
  all: '-1',
}

/** The members that say something, in the form that both sides are brought into. */
export function canonicalRule({IpProtocol, FromPort, ToPort, ...peer}: Rule): Rule {
  const protocol = protocolOf(IpProtocol)
  const said: Record<string, Json> = {IpProtocol: protocol}
  const {FromPort: from, ToPort: to} = portsOf(protocol, FromPort, ToPort)
  if (saysSomething(from)) said['FromPort'] = from
  if (saysSomething(to)) said['ToPort'] = to
  for (const member in peer) {
    const value = peer[member]
    if (saysSomething(value)) said[member] = value
  }
  return said
}

function saysSomething(value: Json | undefined): value is NonNullable<Json> {
  return value !== undefined && value !== null && value !== ''
}

function protocolOf(value: Json | undefined): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase() : '-1'
  return protocolNames[text] ?? text
}

interface Ports {
  readonly FromPort?: Json | undefined
  readonly ToPort?: Json | undefined
}

/** Only TCP and UDP have ports, only ICMP has a type and a code, -1 being all; for the rest AWS takes and ignores whatever is sent. */
function portsOf(protocol: string, from: Json | undefined, to: Json | undefined): Ports {
  if (protocol === 'tcp' || protocol === 'udp') return {FromPort: from, ToPort: to}
  return protocol === 'icmp' || protocol === 'icmpv6' ? {FromPort: from ?? -1, ToPort: to ?? -1} : {}
}

function blockOf(value: Json): Json {
  return typeof value === 'string' ? canonicalCidr(value) : value
}
