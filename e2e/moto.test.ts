import {
  AuthorizeSecurityGroupIngressCommand,
  CreateInternetGatewayCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVolumeCommand,
  CreateVpcCommand,
  DeleteVolumeCommand,
  DescribeVpcsCommand,
  EC2Client,
  ModifySubnetAttributeCommand,
  AttachInternetGatewayCommand,
  type TagSpecification,
} from '@aws-sdk/client-ec2'
import {CreateRoleCommand, IAMClient} from '@aws-sdk/client-iam'
import {CreateQueueCommand, SQSClient} from '@aws-sdk/client-sqs'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'

import {startFront, type Front} from './front.ts'
import {moto, passFreely, reader, settings} from './moto.ts'
import {declared, hiding, region, scan, type Resource} from './scan.ts'
import unanswered from './unanswered.json' with {type: 'json'}

const ec2 = new EC2Client(settings)
const account = '123456789012'
const tags = {Name: 'platform', Team: 'data'}
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{Effect: 'Allow', Action: 'sts:AssumeRole', Principal: {Service: 'ec2.amazonaws.com'}}],
})
let front: Front
let resources: readonly Resource[]
let ids: Awaited<ReturnType<typeof create>>

function tagged(type: TagSpecification['ResourceType']): {readonly TagSpecifications: TagSpecification[]} {
  const Tags = Object.entries(tags).map(([Key, Value]) => ({Key, Value}))
  return {TagSpecifications: [{ResourceType: type, Tags}]}
}

async function create() {
  const {Vpc} = await ec2.send(new CreateVpcCommand({CidrBlock: '10.20.0.0/16', ...tagged('vpc')}))
  const VpcId = Vpc?.VpcId ?? ''
  const placed = {VpcId, AvailabilityZone: `${region}a`}
  const {Subnet} = await ec2.send(new CreateSubnetCommand({CidrBlock: '10.20.1.0/24', ...placed, ...tagged('subnet')}))
  const {InternetGateway} = await ec2.send(new CreateInternetGatewayCommand(tagged('internet-gateway')))
  const InternetGatewayId = InternetGateway?.InternetGatewayId ?? ''
  await ec2.send(new AttachInternetGatewayCommand({InternetGatewayId, VpcId}))
  const named = {GroupName: 'inference', Description: 'Traffic of inference'}
  const {GroupId} = await ec2.send(new CreateSecurityGroupCommand({...named, VpcId, ...tagged('security-group')}))
  const port = {IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{CidrIp: '10.0.0.0/8'}]}
  await ec2.send(new AuthorizeSecurityGroupIngressCommand({GroupId, IpPermissions: [port]}))
  const disk = {AvailabilityZone: `${region}a`, Size: 20, VolumeType: 'gp3'} as const
  const {VolumeId} = await ec2.send(new CreateVolumeCommand({...disk, ...tagged('volume')}))
  const queueUrl = await createQueue()
  await createRole()
  const {Vpcs: [vpc] = []} = await ec2.send(new DescribeVpcsCommand({VpcIds: [VpcId]}))
  return {
    vpc: VpcId,
    options: vpc?.DhcpOptionsId ?? '',
    subnet: Subnet?.SubnetId ?? '',
    gateway: InternetGatewayId,
    group: GroupId ?? '',
    volume: VolumeId ?? '',
    queue: queueUrl,
  }
}

async function createQueue(): Promise<string> {
  // A queue's URL names the host that it was asked for.
  const sqs = new SQSClient({...settings, endpoint: front.url})
  const Attributes = {VisibilityTimeout: '120', DelaySeconds: '5'}
  const {QueueUrl} = await sqs.send(new CreateQueueCommand({QueueName: 'labels', Attributes, tags}))
  return QueueUrl ?? ''
}

async function createRole(): Promise<void> {
  const iam = new IAMClient(settings)
  const Tags = Object.entries(tags).map(([Key, Value]) => ({Key, Value}))
  const role = {RoleName: 'inference', AssumeRolePolicyDocument: trust, MaxSessionDuration: 7200}
  await iam.send(new CreateRoleCommand({...role, Description: 'Runs inference', Tags}))
}

/** As Terraform writes a state of what was created. */
function stateOf(): readonly Resource[] {
  const arn = (kind: string, id: string): string => `arn:aws:ec2:${region}:${account}:${kind}/${id}`
  const common = {owner_id: account, tags, tags_all: tags, region}
  return [
    {
      type: 'aws_vpc',
      name: 'platform',
      attributes: {
        ...common,
        id: ids.vpc,
        arn: arn('vpc', ids.vpc),
        cidr_block: '10.20.0.0/16',
        dhcp_options_id: ids.options,
        enable_dns_hostnames: false,
        enable_dns_support: true,
        instance_tenancy: 'default',
      },
    },
    {
      type: 'aws_subnet',
      name: 'platform',
      attributes: {
        ...common,
        id: ids.subnet,
        arn: arn('subnet', ids.subnet),
        availability_zone: `${region}a`,
        cidr_block: '10.20.1.0/24',
        map_public_ip_on_launch: false,
        vpc_id: ids.vpc,
      },
    },
    {
      type: 'aws_internet_gateway',
      name: 'platform',
      attributes: {...common, id: ids.gateway, arn: arn('internet-gateway', ids.gateway), vpc_id: ids.vpc},
    },
    {
      type: 'aws_security_group',
      name: 'inference',
      attributes: {
        ...common,
        id: ids.group,
        arn: arn('security-group', ids.group),
        name: 'inference',
        description: 'Traffic of inference',
        vpc_id: ids.vpc,
        ingress: [rule({from_port: 443, to_port: 443, protocol: 'tcp', cidr_blocks: ['10.0.0.0/8']})],
        egress: [rule({from_port: 0, to_port: 0, protocol: '-1', cidr_blocks: ['0.0.0.0/0']})],
      },
    },
    {
      type: 'aws_ebs_volume',
      name: 'scratch',
      attributes: {
        id: ids.volume,
        arn: arn('volume', ids.volume),
        availability_zone: `${region}a`,
        size: 20,
        type: 'gp3',
        encrypted: false,
        tags,
        tags_all: tags,
      },
    },
  ]
}

/** Of other services than EC2. */
function others(): readonly Resource[] {
  return [
    {
      type: 'aws_sqs_queue',
      name: 'labels',
      attributes: {
        id: ids.queue,
        url: ids.queue,
        arn: `arn:aws:sqs:${region}:${account}:labels`,
        name: 'labels',
        delay_seconds: 5,
        visibility_timeout_seconds: 120,
        message_retention_seconds: 345_600,
        receive_wait_time_seconds: 0,
        fifo_queue: false,
        policy: '',
        redrive_policy: '',
        region,
        tags,
        tags_all: tags,
      },
    },
    {
      type: 'aws_iam_role',
      name: 'inference',
      attributes: {
        id: 'inference',
        arn: `arn:aws:iam::${account}:role/inference`,
        name: 'inference',
        path: '/',
        description: 'Runs inference',
        assume_role_policy: trust,
        max_session_duration: 7200,
        permissions_boundary: '',
        tags,
        tags_all: tags,
      },
    },
  ]
}

function rule(attributes: object): object {
  const nothing = {ipv6_cidr_blocks: [], prefix_list_ids: [], security_groups: [], self: false, description: ''}
  return {...nothing, ...attributes}
}

afterAll(async () => front[Symbol.asyncDispose]())
beforeAll(async () => {
  front = await startFront(moto)
  ids = await create()
  resources = [...stateOf(), ...others()]
})

describe('objects that moto made, read by the APIs of their services', () => {
  test('agree with a state that says the same', async () => {
    const report = await scan(resources, 'service', front)
    expect(declared(report)).toEqual([])
    expect(hiding(report)).toEqual([])
    expect(report.coverage.resources.compared).toBe(resources.length)
    expect([...front.unanswered].filter((operation) => !unanswered.moto.includes(operation))).toEqual([])
  })

  test('that somebody changes yield exactly one finding', async () => {
    const change = {SubnetId: ids.subnet, MapPublicIpOnLaunch: {Value: true}}
    await ec2.send(new ModifySubnetAttributeCommand(change))
    const report = await scan(resources, 'service', front)
    expect(declared(report)).toEqual(['drifted aws_subnet.platform MapPublicIpOnLaunch'])
    await ec2.send(new ModifySubnetAttributeCommand({...change, MapPublicIpOnLaunch: {Value: false}}))
  })

  test('that somebody deletes are missing', async () => {
    await ec2.send(new DeleteVolumeCommand({VolumeId: ids.volume}))
    const report = await scan(resources, 'service', front)
    expect(declared(report)).toEqual(['missing aws_ebs_volume.scratch'])
  })
})

describe('where IAM denies a call', () => {
  afterEach(async () => passFreely(1_000_000))

  test('what it hides is a gap that names the call, and the rest is read', async () => {
    const key = await reader('ec2:DescribeSubnets')
    await passFreely(0)
    const report = await scan(
      resources.filter(({type}) => type !== 'aws_ebs_volume'),
      'service',
      {url: front.url, key},
    )
    expect(declared(report)).toEqual([])
    expect(hiding(report)).toEqual(['denied aws_subnet ec2:DescribeSubnets'])
  })
})
