import {idElements} from './aws_route_table.ts'
import type {TerraformType} from './entry.ts'

/**
 * AWS::ElasticLoadBalancingV2::ListenerCertificate in CloudFormation; here an element of the listener's `AddedCertificates`
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_listener_certificate).
 */
export const entry: TerraformType = {
  type: 'aws_lb_listener_certificate',
  confidence: 'curated',
  objectType: 'AWS::ElasticLoadBalancingV2::Listener',
  role: 'part',
  identity: [['listener_arn']],
  arnAttribute: 'listener_arn',
  tags: 'none',
  attributes: {
    certificate_arn: {custom: 'element of AddedCertificates'},
    listener_arn: {skip: 'identity', because: 'names the listener'},
  },
  project: ({attributes}, {id, location}) => {
    if (id === undefined) return []
    const elements = idElements('AddedCertificates', attributes['certificate_arn'], 'certificate_arn')
    return [{objectType: 'AWS::ElasticLoadBalancingV2::Listener', id, location, elements, wholeResource: true}]
  },
}
