import {canonicalDomain} from '../catalog/normalizers/domain-name.ts'
import type {LiveObject} from '../model/live.ts'
import {deepEqual, isArray, isEmpty, isRecord} from '../model/value.ts'
import type {ClassifyContext} from './classify.ts'
import type {Owner, OwnerRule} from './owners.ts'

/** Objects of networks and load balancers that AWS makes with others, or for them. */
export const networkOwners: Readonly<Record<string, OwnerRule>> = {
  'AWS::EC2::DHCPOptions': defaultOptions,
  'AWS::EC2::InternetGateway': partOfDefaultVpc,
  'AWS::EC2::NetworkAcl': defaultNetworkObject,
  'AWS::EC2::NetworkInterface': networkInterface,
  'AWS::EC2::RouteTable': mainRouteTable,
  'AWS::EC2::SecurityGroup': defaultSecurityGroup,
  'AWS::EC2::Subnet': defaultNetworkObject,
  'AWS::EC2::VPC': defaultNetworkObject,
  'AWS::EC2::VPCEndpoint': requesterManaged,
  'AWS::ElasticLoadBalancingV2::Listener': partOfLoadBalancer,
  'AWS::Route53::RecordSet': recordOfZone,
}

function defaultNetworkObject({type, properties}: LiveObject): Owner | undefined {
  if (properties['IsDefault'] === true) {
    const what = type === 'AWS::EC2::NetworkAcl' ? 'default network ACL of its VPC' : 'default VPC'
    return {ownedBy: `AWS (${what})`, evidence: 'isDefault'}
  }
  return properties['DefaultForAz'] === true ? {ownedBy: 'AWS (default subnet)', evidence: 'defaultForAz'} : undefined
}

function defaultSecurityGroup({properties}: LiveObject): Owner | undefined {
  return properties['GroupName'] === 'default'
    ? {ownedBy: 'AWS (default group of its VPC)', evidence: 'name default'}
    : undefined
}

/** AWS makes a main table with each VPC. One with routes is someone's work, but for the one of a default VPC, which leads to the internet. */
function mainRouteTable(object: LiveObject, context: ClassifyContext): Owner | undefined {
  const {MainOfVpc: main, Routes: routes} = object.properties
  if (!isArray(main)) return undefined
  if (routes === undefined) return {ownedBy: 'AWS (main route table of its VPC)', evidence: 'main association'}
  return partOfDefaultVpc(object, context)
}

function partOfDefaultVpc({properties, location}: LiveObject, context: ClassifyContext): Owner | undefined {
  const id = properties['VpcId']
  const vpc = typeof id === 'string' ? context.find('AWS::EC2::VPC', id, location)?.live : undefined
  return vpc?.properties['IsDefault'] === true
    ? {ownedBy: 'AWS (default VPC)', evidence: `in default VPC ${vpc.id}`}
    : undefined
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html */
function requesterManaged({properties}: LiveObject): Owner | undefined {
  return properties['RequesterManaged'] === true
    ? {ownedBy: 'AWS service that made it', evidence: 'requesterManaged'}
    : undefined
}

/** Every region has a set that AWS made (https://docs.aws.amazon.com/vpc/latest/userguide/DHCPOptionSetConcepts.html): its own servers and domain, no more. */
function defaultOptions({properties}: LiveObject): Owner | undefined {
  const {DomainName: domain, DomainNameServers: servers, NtpServers: times, NetbiosNameServers: names} = properties
  const isPlain = isEmpty(times) && isEmpty(names) && deepEqual(servers, ['AmazonProvidedDNS'])
  const isOfRegion = typeof domain === 'string' && /^(ec2|[a-z\d-]+\.compute)\.internal$/.test(domain)
  return isPlain && isOfRegion ? {ownedBy: 'AWS (default DHCP options)', evidence: `domain ${domain}`} : undefined
}

/** Kinds of interfaces that people make too (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html); all others are of a service. */
const ownKinds = ['interface', 'efa', 'efa-only', 'trunk', 'branch']

function networkInterface(
  object: LiveObject,
  context: ClassifyContext,
  ownerOf: Parameters<OwnerRule>[2],
): Owner | undefined {
  const {InterfaceType: kind} = object.properties
  if (typeof kind === 'string' && !ownKinds.includes(kind)) {
    return {ownedBy: `AWS service (${kind})`, evidence: 'interfaceType'}
  }
  return requesterManaged(object) ?? attachedInterface(object, context, ownerOf)
}

/** The first interface of an instance comes and goes with it; one of an instance that is someone's child is that one's too. */
function attachedInterface(
  {properties, location}: LiveObject,
  context: ClassifyContext,
  ownerOf: Parameters<OwnerRule>[2],
): Owner | undefined {
  const attachment = properties['Attachment']
  const id = isRecord(attachment) ? attachment['InstanceId'] : undefined
  if (!isRecord(attachment) || typeof id !== 'string') return undefined
  const evidence = `attached to ${id}`
  const instance = context.find('AWS::EC2::Instance', id, location)
  const owner = instance?.live ? ownerOf(instance.live) : undefined
  if (owner) return {ownedBy: owner.ownedBy, evidence: `${evidence}, ${owner.evidence}`}
  if (Number(attachment['DeviceIndex'] ?? 0) !== 0) return undefined
  return {ownedBy: instance?.shares[0]?.resource.address ?? `instance ${id}`, evidence}
}

function partOfLoadBalancer(
  {properties, location}: LiveObject,
  context: ClassifyContext,
  ownerOf: Parameters<OwnerRule>[2],
): Owner | undefined {
  const id = properties['LoadBalancerArn']
  const balancer =
    typeof id === 'string' ? context.find('AWS::ElasticLoadBalancingV2::LoadBalancer', id, location)?.live : undefined
  const owner = balancer && ownerOf(balancer)
  return owner && {ownedBy: owner.ownedBy, evidence: `of its load balancer, ${owner.evidence}`}
}

/** Route 53 makes these two with each zone (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/SOA-NSrecords.html); NS records elsewhere delegate. */
function recordOfZone({properties, location}: LiveObject, context: ClassifyContext): Owner | undefined {
  const {HostedZoneId: id, Name: name, Type: type} = properties
  if ((type !== 'NS' && type !== 'SOA') || typeof id !== 'string' || typeof name !== 'string') return undefined
  const zone = context.find('AWS::Route53::HostedZone', id, location)?.live?.properties['Name']
  const isApex = typeof zone === 'string' && canonicalDomain(zone) === canonicalDomain(name)
  return isApex ? {ownedBy: 'Amazon Route 53 (made with the zone)', evidence: `${type} of zone ${id}`} : undefined
}
