import {ApiGatewayV2Client, type DomainName} from '@aws-sdk/client-apigatewayv2'

import type {JsonRecord} from '../../projectors/projector.ts'
import {named, plain, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {domainNames} from './domain-names.ts'

const members = ['DomainName', 'DomainNameArn', 'RoutingMode'] as const

/** Those of REST APIs are among them: a domain name serves APIs of both kinds. */
export const domainName = serviceType<ApiGatewayV2Client, DomainName>({
  objectType: 'AWS::ApiGatewayV2::DomainName',
  client: ApiGatewayV2Client,
  sees: [
    ...members,
    'DomainNameConfigurations',
    'MutualTlsAuthentication',
    'RegionalDomainName',
    'RegionalHostedZoneId',
  ],
  list: domainNames,
  object: (answer, {location: {partition, region}}) => ({
    id: answer.DomainName ?? '',
    arn: `arn:${partition}:apigateway:${region}::/domainnames/${answer.DomainName}`,
    tags: tagsOf(answer.Tags ?? {}),
    properties: {...named(answer, members), ...endpoints(answer), ...mutualTls(answer)},
  }),
})

function endpoints({DomainNameConfigurations: configurations = []}: DomainName): JsonRecord {
  const [first] = configurations
  return plain({
    DomainNameConfigurations: configurations.map((configuration) =>
      named(configuration, [
        'CertificateArn',
        'CertificateName',
        'EndpointType',
        'IpAddressType',
        'OwnershipVerificationCertificateArn',
        'SecurityPolicy',
      ]),
    ),
    RegionalDomainName: first?.ApiGatewayDomainName,
    RegionalHostedZoneId: first?.HostedZoneId,
  }) as JsonRecord
}

/** Warnings about the certificates come with it, which nobody declares. */
function mutualTls({MutualTlsAuthentication: tls}: DomainName): JsonRecord {
  return tls === undefined ? {} : {MutualTlsAuthentication: named(tls, ['TruststoreUri', 'TruststoreVersion'])}
}
