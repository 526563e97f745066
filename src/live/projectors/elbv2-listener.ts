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
  sees: [...plain, ...perhaps, 'AddedCertificates', 'Certificates'],
  project: ({resourceId, configuration}) => {
    const document = pascal(configuration) as JsonRecord
    const properties = said({
      ...picked(document, [...plain, ...perhaps]),
      AddedCertificates: listed(addedCertificates(document)),
      Certificates: listed(ownCertificate(document)),
    })
    return {id: textAt(document, 'ListenerArn') ?? resourceId, ...unseenOf(properties, perhaps), properties}
  },
}

/** One of the list is the listener's own; the others were added to it. */
function ownCertificate(listener: JsonRecord): readonly JsonRecord[] {
  const certificates = recordsAt(listener, 'Certificates')
  const own = certificates.find(isOwn) ?? certificates[0]
  return own === undefined ? [] : [picked(own, ['CertificateArn'])]
}

function addedCertificates(listener: JsonRecord): readonly string[] {
  const certificates = recordsAt(listener, 'Certificates')
  if (!certificates.some(isOwn)) return []
  return certificates
    .filter((certificate) => !isOwn(certificate))
    .flatMap((each) => textAt(each, 'CertificateArn') ?? [])
}

function isOwn({IsDefault}: JsonRecord): boolean {
  return IsDefault === true
}
