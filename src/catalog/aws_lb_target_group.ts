import type {DeclaredResource} from '../model/declared.ts'
import {inBag} from './attribute-bag.ts'
import {blockOf} from './blocks.ts'
import type {AttributeRule, CompareRule, OwnTarget, ProjectedProperty, Projection, TerraformType} from './entry.ts'

export const targetGroup = 'AWS::ElasticLoadBalancingV2::TargetGroup'

/** Names in the bag: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html */
function setting(key: string, rule: Omit<CompareRule, 'to'> = {}): CompareRule {
  return inBag('TargetGroupAttributes', key, rule)
}

function minimumHealthy(action: string): AttributeRule {
  const key = `target_group_health.${action}.minimum_healthy_targets`
  return {
    to: '',
    block: 'single',
    computed: true,
    of: {
      minimum_healthy_targets_count: setting(`${key}.count`, {default: 1, computed: true}),
      minimum_healthy_targets_percentage: setting(`${key}.percentage`, {default: 'off', computed: true}),
    },
  }
}

/**
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html; AWS Config
 * does not record target groups.
 */
export const entry: TerraformType = {
  type: 'aws_lb_target_group',
  confidence: 'curated',
  objectType: targetGroup,
  role: 'object',
  identity: [['arn'], ['id']],
  attributes: {
    arn_suffix: {skip: 'computed', because: 'part of the ARN'},
    connection_termination: setting('deregistration_delay.connection_termination.enabled', {computed: true}),
    deregistration_delay: setting('deregistration_delay.timeout_seconds', {default: 300}),
    health_check: {
      to: '',
      block: 'single',
      computed: true,
      of: {
        enabled: {to: 'HealthCheckEnabled', default: true},
        healthy_threshold: {to: 'HealthyThresholdCount', computed: true},
        interval: {to: 'HealthCheckIntervalSeconds', computed: true},
        matcher: {custom: 'Matcher.GrpcCode of gRPC groups, Matcher.HttpCode of all others'},
        path: {to: 'HealthCheckPath', computed: true},
        port: {to: 'HealthCheckPort', default: 'traffic-port', computed: true},
        protocol: {to: 'HealthCheckProtocol', computed: true},
        timeout: {to: 'HealthCheckTimeoutSeconds', computed: true},
        unhealthy_threshold: {to: 'UnhealthyThresholdCount', computed: true},
      },
    },
    ip_address_type: {to: 'IpAddressType', default: 'ipv4', computed: true},
    lambda_multi_value_headers_enabled: setting('lambda.multi_value_headers.enabled'),
    load_balancer_arns: {skip: 'computed', because: 'which load balancers use the group'},
    load_balancing_algorithm_type: setting('load_balancing.algorithm.type', {computed: true}),
    load_balancing_anomaly_mitigation: setting('load_balancing.algorithm.anomaly_mitigation', {computed: true}),
    load_balancing_cross_zone_enabled: setting('load_balancing.cross_zone.enabled', {computed: true}),
    name: {to: 'Name'},
    name_prefix: {skip: 'terraform-only', because: 'the provider makes `name` of it, which is compared'},
    port: {to: 'Port', default: 0},
    preserve_client_ip: setting('preserve_client_ip.enabled', {computed: true}),
    protocol: {to: 'Protocol'},
    protocol_version: {to: 'ProtocolVersion', computed: true},
    proxy_protocol_v2: setting('proxy_protocol_v2.enabled'),
    slow_start: setting('slow_start.duration_seconds', {default: 0}),
    stickiness: {
      to: '',
      block: 'single',
      computed: true,
      of: {
        cookie_duration: {custom: 'stickiness.lb_cookie.duration_seconds or stickiness.app_cookie.duration_seconds'},
        cookie_name: setting('stickiness.app_cookie.cookie_name'),
        enabled: setting('stickiness.enabled'),
        type: setting('stickiness.type'),
      },
    },
    target_control_port: {to: 'TargetControlPort', default: 0},
    target_failover: {
      to: '',
      block: 'single',
      computed: true,
      of: {
        on_deregistration: setting('target_failover.on_deregistration', {default: 'no_rebalance', computed: true}),
        on_unhealthy: setting('target_failover.on_unhealthy', {default: 'no_rebalance', computed: true}),
      },
    },
    target_group_health: {
      to: '',
      block: 'single',
      computed: true,
      of: {
        dns_failover: minimumHealthy('dns_failover'),
        unhealthy_state_routing: minimumHealthy('unhealthy_state_routing'),
      },
    },
    target_health_state: {
      to: '',
      block: 'single',
      computed: true,
      of: {
        enable_unhealthy_connection_termination: setting(
          'target_health_state.unhealthy.connection_termination.enabled',
          {
            computed: true,
          },
        ),
        unhealthy_draining_interval: setting('target_health_state.unhealthy.draining_interval_seconds', {
          default: 0,
          computed: true,
        }),
      },
    },
    target_type: {to: 'TargetType', default: 'instance'},
    vpc_id: {to: 'VpcId'},
  },
  project: ({attributes}, own) => dependent(attributes, own),
  object: {
    idScope: 'region',
    severity: {Port: 'high', Protocol: 'high', VpcId: 'high'},
  },
}

/** Attributes whose property depends on another attribute. */
function dependent(attributes: DeclaredResource['attributes'], {id, location}: OwnTarget): readonly Projection[] {
  if (id === undefined) return []
  const properties = [...matcher(attributes), ...cookieDuration(attributes)]
  return [{objectType: targetGroup, id, location, properties}]
}

function matcher(attributes: DeclaredResource['attributes']): readonly ProjectedProperty[] {
  const value = blockOf(attributes['health_check'])['matcher']
  if (value === undefined) return []
  const member = attributes['protocol_version'] === 'GRPC' ? 'GrpcCode' : 'HttpCode'
  return [{path: `Matcher.${member}`, value, attribute: 'health_check.matcher', computed: true}]
}

/** Stickiness by source address has no cookie, whatever the state says. */
function cookieDuration(attributes: DeclaredResource['attributes']): readonly ProjectedProperty[] {
  const {type, cookie_duration: value} = blockOf(attributes['stickiness'])
  if (value === undefined || (type !== 'lb_cookie' && type !== 'app_cookie')) return []
  const {to: path} = setting(`stickiness.${type}.duration_seconds`)
  return [{path, value, attribute: 'stickiness.cookie_duration', default: 86_400, computed: true}]
}
