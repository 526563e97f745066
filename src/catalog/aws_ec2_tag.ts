import type {Projection, TerraformType} from './entry.ts'
import {Sensitive, type Value} from '../model/value.ts'

/** By the prefix of an identifier, the objects of EC2 that the catalogue knows. */
const objectTypes: Readonly<Record<string, string>> = {
  acl: 'AWS::EC2::NetworkAcl',
  ami: 'AWS::EC2::Image',
  cr: 'AWS::EC2::CapacityReservation',
  dopt: 'AWS::EC2::DHCPOptions',
  eipalloc: 'AWS::EC2::EIP',
  eni: 'AWS::EC2::NetworkInterface',
  h: 'AWS::EC2::Host',
  i: 'AWS::EC2::Instance',
  igw: 'AWS::EC2::InternetGateway',
  lt: 'AWS::EC2::LaunchTemplate',
  nat: 'AWS::EC2::NatGateway',
  rtb: 'AWS::EC2::RouteTable',
  sg: 'AWS::EC2::SecurityGroup',
  snap: 'AWS::EC2::Snapshot',
  subnet: 'AWS::EC2::Subnet',
  tgw: 'AWS::EC2::TransitGateway',
  'tgw-attach': 'AWS::EC2::TransitGatewayAttachment',
  vol: 'AWS::EC2::Volume',
  vpc: 'AWS::EC2::VPC',
  vpce: 'AWS::EC2::VPCEndpoint',
}

/** One tag of an object that something else made: it counts among the tags of that object, whatever type it is of. */
export const entry: TerraformType = {
  type: 'aws_ec2_tag',
  confidence: 'curated',
  // Nominal: which object it is only `project` says.
  objectType: 'AWS::EC2::Instance',
  role: 'part',
  identity: () => undefined,
  arnAttribute: null,
  tags: 'none',
  attributes: {
    key: {custom: 'the key of the tag'},
    resource_id: {skip: 'identity', because: 'names the object'},
    value: {custom: 'the value of the tag'},
  },
  project({attributes}, {location}): readonly Projection[] {
    const [id, key] = [plainText(attributes['resource_id']), plainText(attributes['key'])]
    const objectType = objectTypes[id?.replace(/-[^-]*$/, '') ?? '']
    if (id === undefined || key === undefined || objectType === undefined) return []
    const value = {[key]: attributes['value'] ?? ''}
    return [{objectType, id, location, tags: {value, attribute: 'value', some: true, own: true}}]
  },
}

function plainText(value: Value | undefined): string | undefined {
  const plain = value instanceof Sensitive ? value.reveal() : value
  return typeof plain === 'string' && plain !== '' ? plain : undefined
}
