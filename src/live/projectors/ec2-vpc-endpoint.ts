import {documentAt, listed, picked, recordAt, recordsAt, said, stateAt, textAt, unseenOf} from './document.ts'
import {pascal, pascalKeys} from './pascal.ts'
import type {JsonRecord, Projector} from './projector.ts'

const plain = ['PrivateDnsEnabled', 'RequesterManaged', 'ServiceName', 'VpcEndpointType', 'VpcId']
/** Answers of EC2 have them; documents of AWS Config may not. */
const perhaps = [
  'DnsOptions.DnsRecordIpType',
  'DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint',
  'DnsOptions.PrivateDnsPreference',
  'DnsOptions.PrivateDnsSpecifiedDomains',
  'IpAddressType',
  'PolicyDocument',
  'ServiceRegion',
]

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html */
export const ec2VpcEndpoint: Projector = {
  objectType: 'AWS::EC2::VPCEndpoint',
  sees: [
    ...plain,
    ...perhaps,
    'ResourceConfigurationArn',
    'RouteTableIds',
    'SecurityGroupIds',
    'ServiceNetworkArn',
    'SubnetIds',
  ],
  project: ({resourceId, configuration}) => {
    const properties = propertiesOf(configuration)
    const state = stateAt(configuration, 'state')?.toLowerCase() ?? ''
    return {
      id: textAt(configuration, 'vpcEndpointId') ?? resourceId,
      ...(['deleting', 'deleted'].includes(state) ? {deleting: state} : {}),
      ...unseenOf(properties, perhaps),
      properties,
    }
  },
}

function propertiesOf(endpoint: JsonRecord): JsonRecord {
  const dns = recordAt(endpoint, 'dnsOptions')
  return said({
    ...picked(pascalKeys(endpoint), [...plain, 'IpAddressType', 'ServiceNetworkArn', 'ServiceRegion']),
    DnsOptions: Object.keys(dns).length > 0 ? pascal(dns) : undefined,
    PolicyDocument: documentAt(endpoint, 'policyDocument'),
    ResourceConfigurationArn: textAt(endpoint, 'resourceConfigurationArn'),
    RouteTableIds: listed(textsAt(endpoint, 'routeTableIds')),
    SecurityGroupIds: listed(recordsAt(endpoint, 'groups').flatMap((group) => textAt(group, 'groupId') ?? [])),
    SubnetIds: listed(textsAt(endpoint, 'subnetIds')),
  })
}

function textsAt(record: JsonRecord, key: string): readonly string[] {
  const value = record[key]
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}
