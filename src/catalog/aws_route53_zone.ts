import type {Json} from '../model/value.ts'
import {blocksOf} from './blocks.ts'
import type {ProjectedElement, TerraformType} from './entry.ts'
import {plainOf} from './plain-value.ts'

export const hostedZone = 'AWS::Route53::HostedZone'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-hostedzone.html */
export const entry: TerraformType = {
  type: 'aws_route53_zone',
  confidence: 'curated',
  objectType: hostedZone,
  role: 'object',
  identity: [['zone_id'], ['id']],
  attributes: {
    comment: {to: 'HostedZoneConfig.Comment'},
    delegation_set_id: {
      skip: 'write-only',
      because: 'in neither the CloudFormation schema nor the documents of AWS Config',
    },
    enable_accelerated_recovery: {to: 'HostedZoneFeatures.EnableAcceleratedRecovery'},
    force_destroy: {skip: 'terraform-only', because: 'what to do with records before a delete'},
    name: {to: 'Name', as: 'domainName'},
    name_servers: {skip: 'computed', because: 'servers that Route 53 chose'},
    primary_name_server: {skip: 'computed', because: 'the first of the servers that Route 53 chose'},
    vpc: {custom: 'elements of VPCs'},
    zone_id: {skip: 'identity', because: 'the id'},
  },
  // Where aws_route53_zone_association adds VPCs, the zone reads them back
  // (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_zone_association).
  project: ({attributes}, {id, location}) => {
    const vpcs = plainOf(attributes['vpc'])
    if (id === undefined || vpcs === undefined) return []
    const elements = blocksOf(vpcs.value).flatMap((block) =>
      vpcElement(block as {readonly [name: string]: Json}, 'vpc'),
    )
    const paths = ['VPCs']
    return [{objectType: hostedZone, id, location, elements, exclusive: paths, echoes: paths}]
  },
  object: {
    idScope: 'account',
    arnTemplate: 'arn:{partition}:route53:::hostedzone/{id}',
    severity: {VPCs: 'high'},
  },
}

/** A VPC that resolves names in a private zone. */
export function vpcElement(block: {readonly [name: string]: Json}, attribute: string): readonly ProjectedElement[] {
  const {vpc_id: id, vpc_region: region} = block
  if (typeof id !== 'string' || id === '') return []
  const element = {VPCId: id, ...(typeof region === 'string' && region !== '' ? {VPCRegion: region} : {})}
  return [{path: 'VPCs', element, attribute, key: ['VPCId']}]
}
