import type {
  DescribeInstanceAttributeRequest,
  DescribeInstanceCreditSpecificationsRequest,
  DescribeVpcAttributeRequest,
  Filter,
} from '@aws-sdk/client-ec2'

import {AwsFault} from '../wire/fault.ts'
import type {WorldObject} from '../world.ts'
import {apisOf, type Api, type Context} from './api.ts'
import {documentOf, objectOf, objectsOf, shownIn} from './objects.ts'

interface DescribeInput {
  /** Most calls name it in the plural, some in the singular. */
  readonly Filters?: readonly Filter[]
  readonly Filter?: readonly Filter[]
  readonly MaxResults?: number
  readonly NextToken?: string
}

type Document = Readonly<Record<string, unknown>>

/** A Describe call: what it lists, in which member, and what of the document the answer has otherwise. */
function describe(
  operation: string,
  type: string,
  member: string,
  answered: (document: Document, object: WorldObject) => object = (document) => document,
): Readonly<Record<string, Api<DescribeInput>>> {
  const api: Api<DescribeInput> = async (input, context) => {
    const {objects, next} = objectsOf(type, context, {...pageIn(input), ids: idsIn(input)})
    const documents = objects.map((object) => answered(documentOf(object), object))
    return {[member]: await shownIn(['ec2', operation, member], documents), ...(next && {NextToken: next})}
  }
  return {[operation]: api}
}

function pageIn({MaxResults: size, NextToken: token}: DescribeInput): {size?: number; token?: string} {
  return {...(size === undefined ? {} : {size}), ...(token === undefined ? {} : {token})}
}

/** Of the filters, EC2's own: the identifier of what is described. */
function idsIn({Filters, Filter: singular}: DescribeInput): readonly string[] | undefined {
  const [first, ...others] = Filters ?? singular ?? []
  if (!first) return undefined
  if (others.length > 0 || !first.Name?.endsWith('-id'))
    throw new AwsFault('InvalidParameterValue', 'The filter is invalid')
  return first.Values ?? []
}

/** Instances come in reservations. */
const describeInstances: Api<DescribeInput> = async (input, context) => {
  const {objects, next} = objectsOf('AWS::EC2::Instance', context, {...pageIn(input), ids: idsIn(input)})
  const instances = await shownIn(['ec2', 'DescribeInstances', 'Reservations', 'Instances'], objects.map(documentOf))
  const Reservations = instances.map((instance) => ({OwnerId: context.account, Instances: [instance]}))
  return {Reservations, ...(next && {NextToken: next})}
}

const vpcAttributes: Readonly<Record<string, string>> = {
  enableDnsHostnames: 'EnableDnsHostnames',
  enableDnsSupport: 'EnableDnsSupport',
  enableNetworkAddressUsageMetrics: 'EnableNetworkAddressUsageMetrics',
}

const describeVpcAttribute: Api<DescribeVpcAttributeRequest> = ({Attribute = '', VpcId = ''}, context) => {
  const member = vpcAttributes[Attribute] ?? ''
  const {properties} = known('AWS::EC2::VPC', VpcId, context)
  return {VpcId, [member]: {Value: properties[member] === true}}
}

const describeInstanceAttribute: Api<DescribeInstanceAttributeRequest> = (
  {Attribute = '', InstanceId = ''},
  context,
) => {
  const {properties} = known('AWS::EC2::Instance', InstanceId, context)
  const member = Attribute.charAt(0).toUpperCase() + Attribute.slice(1)
  const Value = properties[member]
  return {InstanceId, [member]: Value === undefined ? {} : {Value}}
}

const describeCredits: Api<DescribeInstanceCreditSpecificationsRequest> = ({InstanceIds = []}, context) => ({
  InstanceCreditSpecifications: InstanceIds.map((InstanceId) => {
    const {properties} = known('AWS::EC2::Instance', InstanceId, context)
    const {CPUCredits: CpuCredits} = (properties['CreditSpecification'] ?? {}) as {readonly CPUCredits?: string}
    return {InstanceId, ...(CpuCredits && {CpuCredits})}
  }),
})

function known(type: string, id: string, context: Context): WorldObject {
  const object = objectOf(type, id, context)
  if (object) return object
  throw new AwsFault(
    `Invalid${type.endsWith('VPC') ? 'VpcID' : 'InstanceID'}.NotFound`,
    `The ID '${id}' does not exist`,
  )
}

/** Config keeps the address ranges of rules twice: as they were once, and as the API gives them. */
function groupOf(group: Document): object {
  const permissions = (list: unknown): readonly object[] =>
    ((list ?? []) as readonly Document[]).map(({ipRanges, ipv4Ranges, ...permission}) => ({
      ...permission,
      ipRanges: ipv4Ranges ?? ((ipRanges ?? []) as readonly string[]).map((cidrIp) => ({cidrIp})),
    }))
  return {
    ...group,
    ipPermissions: permissions(group['ipPermissions']),
    ipPermissionsEgress: permissions(group['ipPermissionsEgress']),
  }
}

/** Config keeps reservations in the shape of CloudFormation. */
function reservationOf({Id: CapacityReservationId, ...reservation}: Document, {arn, tags}: WorldObject): object {
  return {
    ...reservation,
    TotalInstanceCount: reservation['InstanceCount'],
    CapacityReservationId,
    CapacityReservationArn: arn,
    State: 'active',
    tags: Object.entries(tags).map(([key, value]) => ({key, value})),
  }
}

export const ec2 = apisOf('ec2', {
  ...describe('DescribeCapacityReservations', 'AWS::EC2::CapacityReservation', 'CapacityReservations', reservationOf),
  ...describe('DescribeFlowLogs', 'AWS::EC2::FlowLog', 'FlowLogs'),
  ...describe('DescribeHosts', 'AWS::EC2::Host', 'Hosts'),
  DescribeInstances: describeInstances,
  DescribeInstanceAttribute: describeInstanceAttribute,
  DescribeInstanceCreditSpecifications: describeCredits,
  ...describe('DescribeInternetGateways', 'AWS::EC2::InternetGateway', 'InternetGateways'),
  ...describe('DescribeSecurityGroups', 'AWS::EC2::SecurityGroup', 'SecurityGroups', groupOf),
  ...describe('DescribeSubnets', 'AWS::EC2::Subnet', 'Subnets'),
  ...describe('DescribeVolumes', 'AWS::EC2::Volume', 'Volumes'),
  DescribeVpcAttribute: describeVpcAttribute,
  ...describe('DescribeVpcs', 'AWS::EC2::VPC', 'Vpcs'),
  ...describe('DescribeVpnGateways', 'AWS::EC2::VPNGateway', 'VpnGateways'),
})
