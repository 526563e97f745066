import type {DeclaredResource} from '../model/declared.ts'
import {isRecord, type Json} from '../model/value.ts'
import {idElements} from './aws_route_table.ts'
import type {OwnTarget, ProjectedElement, Projection, TerraformType} from './entry.ts'
import {aclElement, type AclDirection} from './network-acl-entries.ts'
import {plainOf} from './plain-value.ts'

export const networkAcl = 'AWS::EC2::NetworkAcl'

/** Common to aws_network_acl and aws_default_network_acl. */
export const networkAclAttributes = {
  egress: {custom: 'elements of Egress'},
  ingress: {custom: 'elements of Ingress'},
  owner_id: {skip: 'computed', because: 'the account that owns the list'},
  subnet_ids: {custom: 'elements of SubnetIds'},
  vpc_id: {to: 'VpcId'},
} as const satisfies TerraformType['attributes']

/**
 * CloudFormation models entries and associations as types of their own (AWS::EC2::NetworkAclEntry,
 * AWS::EC2::SubnetNetworkAclAssociation): here they are lists on the access control list, as in
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAcl.html
 */
export const entry: TerraformType = {
  type: 'aws_network_acl',
  confidence: 'curated',
  objectType: networkAcl,
  role: 'object',
  identity: [['id']],
  attributes: networkAclAttributes,
  // All three are Optional and Computed: they read back what aws_network_acl_rule and aws_network_acl_association declare
  // (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/network_acl).
  project: ({attributes}, own) => {
    const subnets = plainOf(attributes['subnet_ids'])?.value
    const inline = inlineEntries(attributes, own)
    return inline.map((projection) => {
      const exclusive = [...(projection.exclusive ?? []), ...(Array.isArray(subnets) ? ['SubnetIds'] : [])]
      const elements = [...(projection.elements ?? []), ...idElements('SubnetIds', subnets, 'subnet_ids')]
      return {...projection, elements, exclusive, echoes: exclusive}
    })
  },
  object: {
    idScope: 'region',
    arnTemplate: 'arn:{partition}:ec2:{region}:{account}:network-acl/{id}',
    pseudo: ['Egress', 'Ingress', 'IsDefault', 'SubnetIds'],
    severity: {Egress: 'high', Ingress: 'high', SubnetIds: 'high'},
  },
}

/** The rules written inside the list: all of them in a direction, or none where the state does not record them. */
export function inlineEntries(
  attributes: DeclaredResource['attributes'],
  {id, location}: OwnTarget,
): readonly Projection[] {
  if (id === undefined) return []
  const ingress = elementsOf(attributes, 'Ingress')
  const egress = elementsOf(attributes, 'Egress')
  const exclusive = [...(ingress ? ['Ingress'] : []), ...(egress ? ['Egress'] : [])]
  return [{objectType: networkAcl, id, location, elements: [...(ingress ?? []), ...(egress ?? [])], exclusive}]
}

function elementsOf(
  attributes: DeclaredResource['attributes'],
  direction: AclDirection,
): readonly ProjectedElement[] | undefined {
  const attribute = direction.toLowerCase()
  const plain = plainOf(attributes[attribute])
  if (plain === undefined || !Array.isArray(plain.value)) return undefined
  const blocks = (plain.value as readonly Json[]).filter((block) => isRecord(block))
  return blocks.map((block) => aclElement(ruleOf(block), direction, {attribute, secret: plain.secret}))
}

function ruleOf(block: {readonly [name: string]: Json}): Parameters<typeof aclElement>[0] {
  return {
    number: block['rule_no'],
    action: block['action'],
    protocol: block['protocol'],
    cidr: block['cidr_block'],
    ipv6Cidr: block['ipv6_cidr_block'],
    from: block['from_port'],
    to: block['to_port'],
    icmpType: block['icmp_type'],
    icmpCode: block['icmp_code'],
  }
}
