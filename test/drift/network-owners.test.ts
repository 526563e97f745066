import {expect, test} from 'vitest'

import {objectFinder} from '../../src/drift/object-finder.ts'
import {ownerOf} from '../../src/drift/owners.ts'
import type {LiveObject} from '../../src/model/live.ts'
import type {ValueRecord} from '../../src/model/value.ts'
import {catalog} from '../catalog/check-fixture.ts'

const location = {partition: 'aws', account: '123456789012', region: 'eu-central-1'}
const defaultVpc = live('AWS::EC2::VPC', 'vpc-0d1b2c3d4e5f60718', {IsDefault: true})

const node = live('AWS::EC2::Instance', 'i-0a1b2c3d4e5f60718', {})
const child = {...live('AWS::EC2::Instance', 'i-0b1b2c3d4e5f60718', {}), tags: {'eks:nodegroup-name': 'workers'}}
const balancer = {
  ...live('AWS::ElasticLoadBalancingV2::LoadBalancer', 'arn:lb', {}),
  tags: {'elbv2.k8s.aws/cluster': 'platform'},
}
const zone = live('AWS::Route53::HostedZone', 'Z0A2345678ABCDEFGHIJ', {Name: 'example.com.'})

function live(type: string, id: string, properties: ValueRecord): LiveObject {
  return {type, id, location, properties, reader: 'config'}
}

const find = objectFinder(
  [balancer, child, defaultVpc, node, zone].map((found) => ({
    type: found.type,
    id: found.id,
    location,
    shares: [],
    live: found,
  })),
)

function owner(type: string, properties: ValueRecord): string | undefined {
  return ownerOf(live(type, 'x-0a1b2c3d4e5f60718', properties), {find, catalog})?.ownedBy
}

test.each([
  ['AWS::EC2::NetworkAcl', {IsDefault: true}, 'AWS (default network ACL of its VPC)'],
  ['AWS::EC2::NetworkAcl', {IsDefault: false}, undefined],
  ['AWS::EC2::RouteTable', {MainOfVpc: ['vpc-0a1b2c3d4e5f60718']}, 'AWS (main route table of its VPC)'],
  ['AWS::EC2::RouteTable', {MainOfVpc: ['vpc-0a1b2c3d4e5f60718'], Routes: [{Target: 'igw-1'}]}, undefined],
  [
    'AWS::EC2::RouteTable',
    {MainOfVpc: [defaultVpc.id], VpcId: defaultVpc.id, Routes: [{Target: 'igw-1'}]},
    'AWS (default VPC)',
  ],
  ['AWS::EC2::RouteTable', {VpcId: 'vpc-0a1b2c3d4e5f60718'}, undefined],
  ['AWS::EC2::InternetGateway', {VpcId: defaultVpc.id}, 'AWS (default VPC)'],
  ['AWS::EC2::InternetGateway', {VpcId: 'vpc-0a1b2c3d4e5f60718'}, undefined],
  ['AWS::EC2::NetworkInterface', {RequesterManaged: true}, 'AWS service that made it'],
  ['AWS::EC2::NetworkInterface', {InterfaceType: 'lambda'}, 'AWS service (lambda)'],
  ['AWS::EC2::NetworkInterface', {InterfaceType: 'interface'}, undefined],
  ['AWS::EC2::NetworkInterface', {Attachment: {InstanceId: node.id, DeviceIndex: 0}}, `instance ${node.id}`],
  ['AWS::EC2::NetworkInterface', {Attachment: {InstanceId: node.id, DeviceIndex: 1}}, undefined],
  ['AWS::EC2::NetworkInterface', {Attachment: {InstanceId: child.id, DeviceIndex: 1}}, 'EKS node group workers'],
  ['AWS::EC2::VPCEndpoint', {RequesterManaged: false}, undefined],
  [
    'AWS::EC2::DHCPOptions',
    {DomainName: 'eu-central-1.compute.internal', DomainNameServers: ['AmazonProvidedDNS']},
    'AWS (default DHCP options)',
  ],
  ['AWS::EC2::DHCPOptions', {DomainName: 'corp.example.com', DomainNameServers: ['AmazonProvidedDNS']}, undefined],
  [
    'AWS::ElasticLoadBalancingV2::Listener',
    {LoadBalancerArn: balancer.id},
    'AWS Load Balancer Controller of cluster platform',
  ],
  [
    'AWS::Route53::RecordSet',
    {HostedZoneId: zone.id, Name: 'example.com.', Type: 'NS'},
    'Amazon Route 53 (made with the zone)',
  ],
  ['AWS::Route53::RecordSet', {HostedZoneId: zone.id, Name: 'team.example.com.', Type: 'NS'}, undefined],
  ['AWS::Route53::RecordSet', {HostedZoneId: zone.id, Name: 'example.com.', Type: 'A'}, undefined],
] as const)('%s %j belongs to %s', (type, properties, expected) => {
  expect(owner(type, properties)).toBe(expected)
})
