import {isRecord, Sensitive, type Json} from '../model/value.ts'
import type {ProjectedElement} from './entry.ts'
import {canonicalCidr} from './normalizers/cidr.ts'

type Members = {readonly [member: string]: Json}

/** Routes that people make, and those that come with the table or with a gateway endpoint and may be declared all the same. */
export const routePaths = {made: 'Routes', given: 'GivenRoutes'} as const

/** Terraform's names of a destination, in aws_route and in the `route` blocks of tables. */
const destinations: Readonly<Record<string, string>> = {
  cidr_block: 'DestinationCidrBlock',
  destination_cidr_block: 'DestinationCidrBlock',
  ipv6_cidr_block: 'DestinationIpv6CidrBlock',
  destination_ipv6_cidr_block: 'DestinationIpv6CidrBlock',
  destination_prefix_list_id: 'DestinationPrefixListId',
}

/** A route to an instance is one to its interface, and both are read back: the interface stands for it. */
const targets = [
  'network_interface_id',
  'vpc_endpoint_id',
  'gateway_id',
  'nat_gateway_id',
  'transit_gateway_id',
  'vpc_peering_connection_id',
  'egress_only_gateway_id',
  'carrier_gateway_id',
  'local_gateway_id',
  'core_network_arn',
  'odb_network_arn',
  'instance_id',
]

/**
 * One route as an element of `Routes` or `GivenRoutes`. CloudFormation's AWS::EC2::Route names its target by a member for each kind;
 * ids tell their kind, so one member `Target` does, and a route that now leads elsewhere differs in that alone.
 */
export function routeElement(route: Members, secret: boolean, attribute?: string): readonly ProjectedElement[] {
  const destination = Object.keys(destinations).find((name) => isSet(route[name]))
  const target = targets.find((name) => isSet(route[name]))
  if (destination === undefined || target === undefined) return []
  const member = destinations[destination] ?? ''
  const element = canonicalRoute({[member]: route[destination] ?? null, Target: route[target] ?? null})
  return [
    {
      path: isGiven(element) ? routePaths.given : routePaths.made,
      element: secret ? Sensitive.of(element) : element,
      attribute: attribute ?? target,
      as: 'route',
      key: [member],
    },
  ]
}

/** The form that both sides have: blocks of addresses without host bits. */
export function canonicalRoute(route: Members): Members {
  const entries = Object.entries(route).map(([name, value]) => [name, isBlock(name) ? blockOf(value) : value])
  return Object.fromEntries(entries) as Members
}

/** To the VPC itself, which each table has, or to the service of a gateway endpoint. */
export function isGiven({Target: target, DestinationPrefixListId: list}: Members): boolean {
  return target === 'local' || (list !== undefined && typeof target === 'string' && target.startsWith('vpce-'))
}

/** The routes of `route` blocks: lists of records. */
export function routesOf(blocks: Json): readonly Members[] {
  return Array.isArray(blocks) ? (blocks as readonly Json[]).filter((block) => isRecord(block)) : []
}

function isBlock(member: string): boolean {
  return member.endsWith('CidrBlock')
}

function blockOf(value: Json): Json {
  return typeof value === 'string' ? canonicalCidr(value) : value
}

function isSet(value: Json | undefined): boolean {
  return typeof value === 'string' && value !== ''
}
