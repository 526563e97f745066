import {canonicalEntry} from '../../catalog/network-acl-entries.ts'
import {listed, recordAt, recordsAt, said, textAt} from './document.ts'
import type {JsonRecord, Projector} from './projector.ts'

/** The rules that deny what no other rule allows, of both families: part of every list and not to be changed. */
const lastRules = [32767, 32768]

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAcl.html */
export const ec2NetworkAcl: Projector = {
  objectType: 'AWS::EC2::NetworkAcl',
  sees: ['Egress', 'Ingress', 'IsDefault', 'SubnetIds', 'VpcId'],
  project: ({resourceId, configuration}) => {
    const entries = recordsAt(configuration, 'entries').filter(
      (entry) => !lastRules.includes(Number(entry['ruleNumber'])),
    )
    const subnets = recordsAt(configuration, 'associations').flatMap((each) => textAt(each, 'subnetId') ?? [])
    return {
      id: textAt(configuration, 'networkAclId') ?? resourceId,
      properties: said({
        Egress: listed(entries.filter(({egress}) => egress === true).map(entryOf)),
        Ingress: listed(entries.filter(({egress}) => egress !== true).map(entryOf)),
        IsDefault: configuration['isDefault'],
        SubnetIds: listed(subnets),
        VpcId: configuration['vpcId'],
      }),
    }
  },
}

function entryOf(entry: JsonRecord): JsonRecord {
  const ports = recordAt(entry, 'portRange')
  const icmp = recordAt(entry, 'icmpTypeCode')
  return canonicalEntry({
    number: entry['ruleNumber'],
    action: entry['ruleAction'],
    protocol: entry['protocol'],
    cidr: entry['cidrBlock'],
    ipv6Cidr: entry['ipv6CidrBlock'],
    from: ports['from'],
    to: ports['to'],
    icmpType: icmp['type'],
    icmpCode: icmp['code'],
  })
}
