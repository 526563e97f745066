import {listed, recordAt, recordsAt, said, stateAt, tagsOf, textAt} from './document.ts'
import type {JsonRecord, Projector} from './projector.ts'

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html */
export const ec2Vpc: Projector = {
  objectType: 'AWS::EC2::VPC',
  sees: ['CidrBlock', 'InstanceTenancy', 'IsDefault', 'VPCCidrBlock'],
  project: ({resourceId, configuration}) => ({
    id: textAt(configuration, 'vpcId') ?? resourceId,
    ...tagsOf(configuration),
    properties: said({
      CidrBlock: configuration['cidrBlock'],
      InstanceTenancy: configuration['instanceTenancy'],
      IsDefault: configuration['isDefault'],
      VPCCidrBlock: listed(ipv6(configuration)),
    }),
  }),
}

/** In CloudFormation an IPv6 block is an AWS::EC2::VPCCidrBlock of its own, hence the pseudo-property of that name. */
function ipv6(vpc: JsonRecord): readonly JsonRecord[] {
  return recordsAt(vpc, 'ipv6CidrBlockAssociationSet')
    .filter((association) => isAssociated(association, 'ipv6CidrBlockState'))
    .map((association) => {
      const pool = textAt(association, 'ipv6Pool')
      return said({
        Ipv6CidrBlock: association['ipv6CidrBlock'],
        Ipv6CidrBlockNetworkBorderGroup: association['networkBorderGroup'],
        AmazonProvidedIpv6CidrBlock: pool === undefined ? undefined : pool === 'Amazon',
      })
    })
}

/** A block that was given back stays listed for a while. */
export function isAssociated(association: JsonRecord, stateKey: string): boolean {
  return ['associated', 'associating', undefined].includes(stateAt(recordAt(association, stateKey), 'state'))
}
