import {canonicalRule} from '../../catalog/normalizers/security-group-rule.ts'
import {rulePaths, type Direction} from '../../catalog/security-group-rules.ts'
import {isRecord, type Json} from '../../model/value.ts'
import {listed, recordsAt, said, textAt} from './document.ts'
import type {JsonRecord, Projector} from './projector.ts'

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html */
export const ec2SecurityGroup: Projector = {
  objectType: 'AWS::EC2::SecurityGroup',
  sees: ['GroupDescription', 'GroupName', 'SecurityGroupEgress', 'SecurityGroupIngress', 'VpcId'],
  project: ({resourceId, configuration}) => ({
    id: textAt(configuration, 'groupId') ?? resourceId,
    ...nameOf(configuration),
    properties: said({
      GroupDescription: configuration['description'],
      GroupName: configuration['groupName'],
      [rulePaths.egress]: listed(rules(configuration, 'ipPermissionsEgress', 'egress')),
      [rulePaths.ingress]: listed(rules(configuration, 'ipPermissions', 'ingress')),
      VpcId: configuration['vpcId'],
    }),
  }),
}

function nameOf(group: JsonRecord): {readonly name?: string} {
  const name = textAt(group, 'groupName')
  return name === undefined ? {} : {name}
}

/** EC2 puts rules with one protocol and port range together; here each source is a rule of its own. */
function rules(group: JsonRecord, key: string, direction: Direction): readonly JsonRecord[] {
  return recordsAt(group, key).flatMap((permission) => {
    const shared = said({
      IpProtocol: permission['ipProtocol'],
      FromPort: permission['fromPort'],
      ToPort: permission['toPort'],
    })
    return peers(permission, direction, group['ownerId']).map((peer) => canonicalRule({...shared, ...peer}))
  })
}

function peers(permission: JsonRecord, direction: Direction, owner: Json | undefined): readonly JsonRecord[] {
  const side = direction === 'ingress' ? 'Source' : 'Destination'
  return [
    ...ipv4Ranges(permission),
    ...entries(permission, 'ipv6Ranges', 'cidrIpv6').map((each) => described(each, {CidrIpv6: each['cidrIpv6']})),
    ...entries(permission, 'prefixListIds', 'prefixListId').map((each) =>
      described(each, {[`${side}PrefixListId`]: each['prefixListId']}),
    ),
    ...recordsAt(permission, 'userIdGroupPairs').map((pair) => described(pair, groupOf(pair, side, owner))),
  ]
}

/** Config has bare blocks in `ipRanges` and, since rules have descriptions, the same again in `ipv4Ranges`; EC2 has objects in `ipRanges`. */
function ipv4Ranges(permission: JsonRecord): readonly JsonRecord[] {
  const withDescriptions = entries(permission, 'ipv4Ranges', 'cidrIp')
  const ranges = withDescriptions.length > 0 ? withDescriptions : entries(permission, 'ipRanges', 'cidrIp')
  return ranges.map((range) => described(range, {CidrIp: range['cidrIp']}))
}

/** The entries of a list, a bare text being an object with that one member. */
function entries(permission: JsonRecord, key: string, member: string): readonly JsonRecord[] {
  const list = permission[key]
  if (!Array.isArray(list)) return []
  return list.map((item: Json): JsonRecord => (isRecord(item) ? item : {[member]: item}))
}

function described(each: JsonRecord, members: Readonly<Record<string, Json | undefined>>): JsonRecord {
  return said({...members, Description: each['description']})
}

/** The owner is told only of a group in another account; without an id (EC2-Classic) there is a name. */
function groupOf(pair: JsonRecord, side: string, owner: Json | undefined): Readonly<Record<string, Json | undefined>> {
  const id = textAt(pair, 'groupId')
  const userId = textAt(pair, 'userId')
  return {
    [`${side}SecurityGroupId`]: id,
    [`${side}SecurityGroupName`]: id === undefined ? pair['groupName'] : undefined,
    [`${side}SecurityGroupOwnerId`]: userId === owner ? undefined : userId,
  }
}
