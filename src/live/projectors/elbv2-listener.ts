import {listed, picked, recordsAt, said, textAt, unseenOf} from './document.ts'
import {pascal} from './pascal.ts'
import type {JsonRecord, Projector} from './projector.ts'

const plain = ['AlpnPolicy', 'DefaultActions', 'LoadBalancerArn', 'Port', 'Protocol', 'SslPolicy']
/** In the CloudFormation schema, but not in the documents of AWS Config. */
const perhaps = ['ListenerAttributes', 'MutualAuthentication']

/**
 * CloudFormation-shaped as Config keeps it, but not whole (https://github.com/awslabs/aws-config-resource-schema,
 * AWS::ElasticLoadBalancingV2::Listener).
 */
export const elbv2Listener: Projector = {
  objectType: 'AWS::ElasticLoadBalancingV2::Listener',
  sees: [...plain, ...perhaps, 'Certificates'],
  project: ({resourceId, configuration}) => {
    const document = pascal(configuration) as JsonRecord
    const properties = said({
      ...picked(document, [...plain, ...perhaps]),
      Certificates: listed(ownCertificate(document)),
    })
    return {id: textAt(document, 'ListenerArn') ?? resourceId, ...unseenOf(properties, perhaps), properties}
  },
}

/** The default one of the list, which may also hold those that were added to it. */
function ownCertificate(listener: JsonRecord): readonly JsonRecord[] {
  const certificates = recordsAt(listener, 'Certificates')
  const own = certificates.filter(({IsDefault}) => IsDefault === true)
  return (own.length > 0 ? own : certificates.slice(0, 1)).map((certificate) => picked(certificate, ['CertificateArn']))
}
