import type {TerraformType} from './entry.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-domainname.html */
export const entry = {
  type: 'aws_apigatewayv2_domain_name',
  confidence: 'curated',
  objectType: 'AWS::ApiGatewayV2::DomainName',
  role: 'object',
  identity: [['domain_name'], ['id']],
  attributes: {
    api_mapping_selection_expression: {skip: 'computed', because: 'AWS sets it'},
    domain_name: {to: 'DomainName', as: 'caseInsensitive'},
    domain_name_configuration: {
      to: 'DomainNameConfigurations',
      block: 'list',
      of: {
        certificate_arn: {to: 'CertificateArn'},
        endpoint_type: {to: 'EndpointType', as: 'caseInsensitive'},
        hosted_zone_id: {skip: 'computed', because: 'zone of the endpoint'},
        ip_address_type: {to: 'IpAddressType', default: 'ipv4', computed: true},
        ownership_verification_certificate_arn: {to: 'OwnershipVerificationCertificateArn', computed: true},
        security_policy: {to: 'SecurityPolicy', as: 'caseInsensitive'},
        target_domain_name: {skip: 'computed', because: 'DNS name'},
      },
    },
    mutual_tls_authentication: {
      to: 'MutualTlsAuthentication',
      block: 'single',
      of: {truststore_uri: {to: 'TruststoreUri'}, truststore_version: {to: 'TruststoreVersion'}},
    },
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:apigateway:{region}::/domainnames/{id}',
    severity: {DomainNameConfigurations: 'high', MutualTlsAuthentication: 'high'},
  },
} satisfies TerraformType
