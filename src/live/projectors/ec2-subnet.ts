import {recordAt, said, textAt, unseenOf} from './document.ts'
import {ipv6Blocks} from './ec2-vpc.ts'
import type {JsonRecord, Projector} from './projector.ts'

const alwaysShown = [
  'AssignIpv6AddressOnCreation',
  'AvailabilityZoneId',
  'EnableDns64',
  'Ipv6Native',
  'MapCustomerOwnedIpOnLaunch',
  'PrivateDnsNameOptionsOnLaunch',
]

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html */
export const ec2Subnet: Projector = {
  objectType: 'AWS::EC2::Subnet',
  sees: [
    ...alwaysShown,
    'AvailabilityZone',
    'CidrBlock',
    'CustomerOwnedIpv4Pool',
    'DefaultForAz',
    'EnableLniAtDeviceIndex',
    'Ipv6CidrBlock',
    'MapPublicIpOnLaunch',
    'OutpostArn',
    'VpcId',
  ],
  project: ({resourceId, configuration}) => {
    const properties = propertiesOf(configuration)
    return {
      id: textAt(configuration, 'subnetId') ?? resourceId,
      ...unseenOf(properties, alwaysShown),
      properties,
    }
  },
}

function propertiesOf(subnet: JsonRecord): JsonRecord {
  const [ipv6Block] = ipv6Blocks(subnet)
  return said({
    AssignIpv6AddressOnCreation: subnet['assignIpv6AddressOnCreation'],
    AvailabilityZone: subnet['availabilityZone'],
    AvailabilityZoneId: subnet['availabilityZoneId'],
    CidrBlock: subnet['cidrBlock'],
    CustomerOwnedIpv4Pool: subnet['customerOwnedIpv4Pool'],
    DefaultForAz: subnet['defaultForAz'],
    EnableDns64: subnet['enableDns64'],
    EnableLniAtDeviceIndex: subnet['enableLniAtDeviceIndex'],
    Ipv6CidrBlock: ipv6Block,
    Ipv6Native: subnet['ipv6Native'],
    MapCustomerOwnedIpOnLaunch: subnet['mapCustomerOwnedIpOnLaunch'],
    MapPublicIpOnLaunch: subnet['mapPublicIpOnLaunch'],
    OutpostArn: subnet['outpostArn'],
    PrivateDnsNameOptionsOnLaunch: privateDnsNameOptions(recordAt(subnet, 'privateDnsNameOptionsOnLaunch')),
    VpcId: subnet['vpcId'],
  })
}

/** Shared with instances. Config spells the IPv6 member in capitals as the API does. */
export function privateDnsNameOptions(options: JsonRecord): JsonRecord | undefined {
  if (options['hostnameType'] === undefined) return undefined
  return said({
    EnableResourceNameDnsAAAARecord: options['enableResourceNameDnsAAAARecord'],
    EnableResourceNameDnsARecord: options['enableResourceNameDnsARecord'],
    HostnameType: options['hostnameType'],
  })
}
