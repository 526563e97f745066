import {inBag} from './attribute-bag.ts'
import type {CompareRule, TerraformType} from './entry.ts'
import {actionElements} from './listener-actions.ts'

const listener = 'AWS::ElasticLoadBalancingV2::Listener'

/** Headers that the listener adds, under names of Terraform that spell those of the bag. */
const headers = [
  'request_x_amzn_mtls_clientcert_header_name',
  'request_x_amzn_mtls_clientcert_issuer_header_name',
  'request_x_amzn_mtls_clientcert_leaf_header_name',
  'request_x_amzn_mtls_clientcert_serial_number_header_name',
  'request_x_amzn_mtls_clientcert_subject_header_name',
  'request_x_amzn_mtls_clientcert_validity_header_name',
  'request_x_amzn_tls_cipher_suite_header_name',
  'request_x_amzn_tls_version_header_name',
  'response_access_control_allow_credentials_header_value',
  'response_access_control_allow_headers_header_value',
  'response_access_control_allow_methods_header_value',
  'response_access_control_allow_origin_header_value',
  'response_access_control_expose_headers_header_value',
  'response_access_control_max_age_header_value',
  'response_content_security_policy_header_value',
  'response_strict_transport_security_header_value',
  'response_x_content_type_options_header_value',
  'response_x_frame_options_header_value',
]

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ListenerAttribute.html */
function headerRule(name: string): CompareRule {
  const [, direction, header, kind] = /^(request|response)_(.*)_(header_name|header_value)$/.exec(name) ?? []
  return inBag('ListenerAttributes', `routing.http.${direction}.${header}.${kind}`, {computed: true})
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listener.html */
export const entry: TerraformType = {
  type: 'aws_lb_listener',
  confidence: 'curated',
  objectType: listener,
  role: 'object',
  identity: [['arn'], ['id']],
  attributes: {
    ...Object.fromEntries(headers.map((name) => [`routing_http_${name}`, headerRule(name)])),
    alpn_policy: {to: 'AlpnPolicy', value: (policy) => (policy === '' ? [] : [policy])},
    // A listener has one certificate that is its own; aws_lb_listener_certificate adds others, which are not among these.
    certificate_arn: {to: 'Certificates', value: (arn) => (arn === '' ? [] : [{CertificateArn: arn}])},
    default_action: {
      custom: 'elements of DefaultActions, but for client_secret, which Elastic Load Balancing never gives back',
    },
    load_balancer_arn: {to: 'LoadBalancerArn'},
    mutual_authentication: {
      to: 'MutualAuthentication',
      block: 'single',
      computed: true,
      of: {
        advertise_trust_store_ca_names: {to: 'AdvertiseTrustStoreCaNames', default: 'off'},
        ignore_client_certificate_expiry: {to: 'IgnoreClientCertificateExpiry'},
        mode: {to: 'Mode', default: 'off'},
        trust_store_arn: {to: 'TrustStoreArn'},
      },
    },
    port: {to: 'Port', default: 0},
    protocol: {to: 'Protocol', computed: true},
    routing_http_response_server_enabled: inBag('ListenerAttributes', 'routing.http.response.server.enabled', {
      default: true,
      computed: true,
    }),
    ssl_policy: {to: 'SslPolicy', computed: true},
    tcp_idle_timeout_seconds: inBag('ListenerAttributes', 'tcp.idle_timeout.seconds', {default: 350, computed: true}),
  },
  project: ({attributes}, {id, location}) => {
    const path = 'DefaultActions'
    const elements = actionElements(attributes['default_action'], path, 'default_action')
    return id === undefined || !elements ? [] : [{objectType: listener, id, location, elements, exclusive: [path]}]
  },
  object: {
    idScope: 'region',
    pseudo: ['AddedCertificates'],
    sensitive: ['DefaultActions.*.AuthenticateOidcConfig.ClientSecret'],
    severity: {
      Certificates: 'high',
      DefaultActions: 'high',
      MutualAuthentication: 'high',
      Protocol: 'high',
      SslPolicy: 'high',
    },
  },
}
