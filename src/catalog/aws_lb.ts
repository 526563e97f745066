import type {DeclaredResource} from '../model/declared.ts'
import {inBag} from './attribute-bag.ts'
import type {BlockRule, CompareRule, OwnTarget, Projection, TerraformType} from './entry.ts'

export const loadBalancer = 'AWS::ElasticLoadBalancingV2::LoadBalancer'
const bag = 'LoadBalancerAttributes'
const crossZone = inBag(bag, 'load_balancing.cross_zone.enabled')

/**
 * Names in the bag: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html. One that does not
 * apply to the kind of load balancer is not in it.
 */
function setting(key: string, rule: Omit<CompareRule, 'to'> = {}): CompareRule {
  return inBag(bag, key, rule)
}

function logs(kind: string): BlockRule {
  return {
    to: '',
    block: 'single',
    of: {
      bucket: setting(`${kind}.s3.bucket`),
      enabled: setting(`${kind}.s3.enabled`),
      prefix: setting(`${kind}.s3.prefix`),
    },
  }
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-loadbalancer.html */
export const entry: TerraformType = {
  type: 'aws_lb',
  confidence: 'curated',
  objectType: loadBalancer,
  role: 'object',
  identity: [['arn'], ['id']],
  attributes: {
    access_logs: logs('access_logs'),
    arn_suffix: {skip: 'computed', because: 'part of the ARN'},
    client_keep_alive: setting('client_keep_alive.seconds', {default: 3600}),
    connection_logs: logs('connection_logs'),
    // Not in the CloudFormation schema; named as in https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancer.html
    customer_owned_ipv4_pool: {to: 'CustomerOwnedIpv4Pool'},
    desync_mitigation_mode: setting('routing.http.desync_mitigation_mode', {default: 'defensive'}),
    dns_name: {skip: 'computed', because: 'the name that AWS gives'},
    dns_record_client_routing_policy: setting('dns_record.client_routing_policy', {default: 'any_availability_zone'}),
    drop_invalid_header_fields: setting('routing.http.drop_invalid_header_fields.enabled'),
    enable_cross_zone_load_balancing: {
      custom: `${crossZone.to}, but of application load balancers, where it is always on`,
    },
    enable_deletion_protection: setting('deletion_protection.enabled'),
    enable_http2: setting('routing.http2.enabled', {default: true}),
    enable_tls_version_and_cipher_suite_headers: setting('routing.http.x_amzn_tls_version_and_cipher_suite.enabled'),
    enable_waf_fail_open: setting('waf.fail_open.enabled'),
    enable_xff_client_port: setting('routing.http.xff_client_port.enabled'),
    enable_zonal_shift: setting('zonal_shift.config.enabled'),
    enforce_security_group_inbound_rules_on_private_link_traffic: {
      to: 'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic',
      computed: true,
    },
    health_check_logs: logs('health_check_logs'),
    idle_timeout: setting('idle_timeout.timeout_seconds', {default: 60}),
    internal: {to: 'Scheme', value: schemeOf, computed: true},
    ip_address_type: {to: 'IpAddressType', default: 'ipv4', computed: true},
    ipam_pools: {to: '', block: 'single', of: {ipv4_ipam_pool_id: {to: 'Ipv4IpamPoolId'}}},
    load_balancer_type: {to: 'Type', default: 'application'},
    minimum_load_balancer_capacity: {
      to: 'MinimumLoadBalancerCapacity',
      block: 'single',
      of: {capacity_units: {to: 'CapacityUnits', default: 0}},
    },
    name: {to: 'Name'},
    name_prefix: {skip: 'terraform-only', because: 'the provider makes `name` of it, which is compared'},
    preserve_host_header: setting('routing.http.preserve_host_header.enabled'),
    secondary_ips_auto_assigned_per_subnet: setting('secondary_ips.auto_assigned.per_subnet', {default: 0}),
    security_groups: {to: 'SecurityGroups', as: 'set', computed: true},
    subnet_mapping: {
      to: 'SubnetMappings',
      block: 'set',
      key: ['SubnetId'],
      computed: true,
      of: {
        allocation_id: {to: 'AllocationId'},
        ipv6_address: {to: 'IPv6Address', as: 'cidr'},
        outpost_id: {skip: 'computed', because: 'the Outpost of the subnet'},
        private_ipv4_address: {to: 'PrivateIPv4Address'},
        subnet_id: {to: 'SubnetId'},
      },
    },
    subnets: {skip: 'alias', because: 'the provider writes them into subnet_mapping too, which is compared'},
    vpc_id: {skip: 'computed', because: 'follows from the subnets'},
    xff_header_processing_mode: setting('routing.http.xff_header_processing.mode', {default: 'append'}),
    zone_id: {skip: 'computed', because: 'the hosted zone of the name that AWS gives'},
  },
  project: crossZoneOf,
  object: {
    idScope: 'region',
    pseudo: ['CustomerOwnedIpv4Pool'],
    severity: {Scheme: 'high', SecurityGroups: 'high'},
    exposes: (path, live) => path === 'Scheme' && live === 'internet-facing',
  },
}

function schemeOf(internal: unknown): string {
  return internal === true || internal === 'true' ? 'internal' : 'internet-facing'
}

/** States of provider 2 to 4 say `false` of application load balancers, whose setting they neither read nor change. */
function crossZoneOf({attributes}: DeclaredResource, {id, location}: OwnTarget): readonly Projection[] {
  const {load_balancer_type: kind, enable_cross_zone_load_balancing: value} = attributes
  if (id === undefined || value === undefined || (kind !== 'network' && kind !== 'gateway')) return []
  const property = {path: crossZone.to, value, attribute: 'enable_cross_zone_load_balancing'}
  return [{objectType: loadBalancer, id, location, properties: [property]}]
}
