import {comparedPaths} from '../../catalog/paths.ts'
import {entry} from '../../catalog/aws_lb.ts'
import {listed, picked, recordsAt, said, textAt, unseenOf} from './document.ts'
import {pascal, pascalKeys} from './pascal.ts'
import type {JsonRecord, Projector} from './projector.ts'

const plain = ['CustomerOwnedIpv4Pool', 'IpAddressType', 'Scheme', 'Type']

/** An attribute that is not in the bag does not apply to this load balancer, or is younger than the recording. */
const bagged = [
  ...comparedPaths(entry).keys(),
  'LoadBalancerAttributes[Key=load_balancing.cross_zone.enabled].Value',
].filter((path) => path.startsWith('LoadBalancerAttributes['))

/**
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancer.html, with the attributes in the supplementary
 * configuration. Capacity reservations and address pools are in neither.
 */
export const elbv2LoadBalancer: Projector = {
  objectType: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  sees: [
    ...plain,
    'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic',
    'LoadBalancerAttributes',
    'Name',
    'SecurityGroups',
    'SubnetMappings',
  ],
  project: ({resourceId, configuration, supplementary}) => {
    const properties = said({
      ...picked(pascalKeys(configuration), plain),
      EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: textAt(
        configuration,
        'enforceSecurityGroupInboundRulesOnPrivateLinkTraffic',
      ),
      LoadBalancerAttributes: listed(pascalRecords(recordsAt(supplementary, 'LoadBalancerAttributes'))),
      Name: configuration['loadBalancerName'],
      SecurityGroups: listed(groupsOf(configuration)),
      SubnetMappings: listed(recordsAt(configuration, 'availabilityZones').map(mappingOf)),
    })
    const name = textAt(configuration, 'loadBalancerName')
    return {
      id: textAt(configuration, 'loadBalancerArn') ?? resourceId,
      ...(name === undefined ? {} : {name}),
      ...unseenOf(properties, [...bagged, 'IpAddressType']),
      properties,
    }
  },
}

function pascalRecords(records: readonly JsonRecord[]): readonly JsonRecord[] {
  return records.map((record) => pascal(record) as JsonRecord)
}

/** Bare ids, or, in some documents of AWS Config, `{"value": id}`. */
function groupsOf(configuration: JsonRecord): readonly string[] {
  const groups = configuration['securityGroups']
  const texts = Array.isArray(groups) ? groups.filter((group): group is string => typeof group === 'string') : []
  return texts.length > 0
    ? texts
    : recordsAt(configuration, 'securityGroups').flatMap((group) => textAt(group, 'value') ?? [])
}

function mappingOf(zone: JsonRecord): JsonRecord {
  const addresses = recordsAt(zone, 'loadBalancerAddresses')
  const of = (key: string): string | undefined => addresses.flatMap((address) => textAt(address, key) ?? []).at(0)
  return said({
    SubnetId: zone['subnetId'],
    AllocationId: of('allocationId'),
    IPv6Address: of('iPv6Address'),
    PrivateIPv4Address: of('privateIPv4Address'),
  })
}
