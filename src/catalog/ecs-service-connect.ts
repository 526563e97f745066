import type {BlockRule} from './entry.ts'

const clientAlias: BlockRule = {
  to: 'ClientAliases',
  block: 'list',
  of: {
    dns_name: {to: 'DnsName', computed: true},
    port: {to: 'Port'},
    test_traffic_rules: {
      to: 'TestTrafficRules',
      block: 'single',
      of: {
        header: {
          to: 'Header',
          block: 'single',
          of: {name: {to: 'Name'}, value: {to: 'Value', block: 'single', of: {exact: {to: 'Exact'}}}},
        },
      },
    },
  },
}

const tls: BlockRule = {
  to: 'Tls',
  block: 'single',
  of: {
    issuer_cert_authority: {
      to: 'IssuerCertificateAuthority',
      block: 'single',
      of: {aws_pca_authority_arn: {to: 'AwsPcaAuthorityArn'}},
    },
    kms_key: {to: 'KmsKey', as: 'kmsKey'},
    role_arn: {to: 'RoleArn'},
  },
}

const timeout: BlockRule = {
  to: 'Timeout',
  block: 'single',
  of: {
    idle_timeout_seconds: {to: 'IdleTimeoutSeconds', default: 0},
    per_request_timeout_seconds: {to: 'PerRequestTimeoutSeconds', default: 0},
  },
}

const log: BlockRule = {
  to: 'LogConfiguration',
  block: 'single',
  of: {
    log_driver: {to: 'LogDriver'},
    options: {to: 'Options'},
    secret_option: {
      to: 'SecretOptions',
      block: 'set',
      key: ['Name'],
      of: {name: {to: 'Name'}, value_from: {to: 'ValueFrom'}},
    },
  },
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-service-serviceconnectconfiguration.html */
export const serviceConnect: BlockRule = {
  to: 'ServiceConnectConfiguration',
  block: 'single',
  of: {
    enabled: {to: 'Enabled'},
    log_configuration: log,
    namespace: {to: 'Namespace', computed: true},
    service: {
      to: 'Services',
      block: 'list',
      key: ['PortName'],
      of: {
        client_alias: clientAlias,
        discovery_name: {to: 'DiscoveryName', computed: true},
        ingress_port_override: {to: 'IngressPortOverride', default: 0},
        port_name: {to: 'PortName'},
        timeout,
        tls,
      },
    },
  },
}
