import {APIGatewayClient, type DomainName} from '@aws-sdk/client-api-gateway'

import type {JsonRecord} from '../../projectors/projector.ts'
import {capitalized, tagsOf} from '../answer.ts'
import {serviceType} from '../read-type.ts'
import {domainNames} from './domain-names.ts'

const members = [
  'certificateArn',
  'distributionDomainName',
  'distributionHostedZoneId',
  'domainName',
  'domainNameArn',
  'endpointAccessMode',
  'ownershipVerificationCertificateArn',
  'regionalCertificateArn',
  'regionalDomainName',
  'regionalHostedZoneId',
  'routingMode',
  'securityPolicy',
] as const

/** Those of HTTP and WebSocket APIs are among them. */
export const domainName = serviceType<APIGatewayClient, DomainName>({
  objectType: 'AWS::ApiGateway::DomainName',
  client: APIGatewayClient,
  sees: [
    ...members.map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
    'EndpointConfiguration',
    'MutualTlsAuthentication',
  ],
  list: domainNames,
  object: (answer, {location: {partition, region}}) => ({
    id: answer.domainName ?? '',
    arn: answer.domainNameArn ?? `arn:${partition}:apigateway:${region}::/domainnames/${answer.domainName}`,
    tags: tagsOf(answer.tags ?? {}),
    properties: {...capitalized(answer, members), ...parts(answer)},
  }),
})

function parts({endpointConfiguration: endpoint, mutualTlsAuthentication: tls}: DomainName): JsonRecord {
  return {
    ...(endpoint && {EndpointConfiguration: capitalized(endpoint, ['ipAddressType', 'types'])}),
    // Warnings about the certificates come with it, which nobody declares.
    ...(tls && {MutualTlsAuthentication: capitalized(tls, ['truststoreUri', 'truststoreVersion'])}),
  }
}
