import {listed, recordAt, recordsAt, said, stateAt, textAt} from './document.ts'
import type {JsonRecord, Projector} from './projector.ts'

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html */
export const ec2Vpc: Projector = {
  objectType: 'AWS::EC2::VPC',
  sees: ['CidrBlock', 'DhcpOptionsId', 'InstanceTenancy', 'IsDefault', 'Ipv6CidrBlocks', 'SecondaryCidrBlocks'],
  project: ({resourceId, configuration}) => ({
    id: textAt(configuration, 'vpcId') ?? resourceId,
    properties: said({
      CidrBlock: configuration['cidrBlock'],
      DhcpOptionsId: configuration['dhcpOptionsId'],
      InstanceTenancy: configuration['instanceTenancy'],
      IsDefault: configuration['isDefault'],
      Ipv6CidrBlocks: listed(ipv6Blocks(configuration)),
      SecondaryCidrBlocks: listed(secondaryBlocks(configuration)),
    }),
  }),
}

/** IPv6 blocks in use, of VPCs and subnets alike: one that was given back stays listed for a while. */
export function ipv6Blocks(document: JsonRecord): readonly string[] {
  return recordsAt(document, 'ipv6CidrBlockAssociationSet')
    .filter((association) => isAssociated(recordAt(association, 'ipv6CidrBlockState')))
    .flatMap((association) => textAt(association, 'ipv6CidrBlock') ?? [])
}

function secondaryBlocks(vpc: JsonRecord): readonly string[] {
  return recordsAt(vpc, 'cidrBlockAssociationSet')
    .filter((association) => isAssociated(recordAt(association, 'cidrBlockState')))
    .flatMap((association) => textAt(association, 'cidrBlock') ?? [])
    .filter((block) => block !== vpc['cidrBlock'])
}

function isAssociated(state: JsonRecord): boolean {
  return ['associated', 'associating', undefined].includes(stateAt(state, 'state'))
}
