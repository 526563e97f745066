import {isRecord, Sensitive, type Json, type Value} from '../model/value.ts'
import type {ProjectedElement} from './entry.ts'
import {isEverywhere} from './everywhere.ts'
import {canonicalRule} from './normalizers/security-group-rule.ts'
import type {PlainValue} from './plain-value.ts'

export type Direction = 'ingress' | 'egress'

type Members = {readonly [member: string]: Json}

/** What one Terraform rule allows; each source of it is a rule of its own to AWS, and an element here. */
export interface TerraformRule {
  readonly protocol: Json | undefined
  readonly from: Json | undefined
  readonly to: Json | undefined
  readonly description: Json | undefined
  readonly cidrs: readonly string[]
  readonly ipv6Cidrs: readonly string[]
  readonly prefixLists: readonly string[]
  /** Ids, `account/id` for a group of a peered VPC in another account, names in EC2-Classic; the own id stands for `self`. */
  readonly groups: readonly string[]
}

export const rulePaths = {ingress: 'SecurityGroupIngress', egress: 'SecurityGroupEgress'} as const

/** Elements of `SecurityGroupIngress` or `SecurityGroupEgress`; duplicates are one, as AWS merges them. */
export function ruleElements(
  rule: TerraformRule,
  direction: Direction,
  source: RuleSource,
): readonly ProjectedElement[] {
  const shared = {
    IpProtocol: rule.protocol ?? null,
    FromPort: rule.from ?? null,
    ToPort: rule.to ?? null,
    Description: rule.description ?? null,
  }
  return peersOf(rule, direction).map((peer) => {
    const element = canonicalRule({...shared, ...peer})
    return {
      path: rulePaths[direction],
      element: source.secret ? Sensitive.of(element) : element,
      attribute: source.attribute,
      as: 'securityGroupRule',
      key: Object.keys(element).filter((member) => member !== 'Description'),
    }
  })
}

export interface RuleSource {
  readonly attribute: string
  readonly secret: boolean
}

function peersOf(rule: TerraformRule, direction: Direction): readonly Members[] {
  const side = direction === 'ingress' ? 'Source' : 'Destination'
  return [
    ...rule.cidrs.map((CidrIp) => ({CidrIp})),
    ...rule.ipv6Cidrs.map((CidrIpv6) => ({CidrIpv6})),
    ...rule.prefixLists.map((id) => ({[`${side}PrefixListId`]: id})),
    ...rule.groups.map((group) => groupPeer(group, side)),
  ]
}

/** `sg-0abc`, `123456789012/sg-0abc`, or, from EC2-Classic, a name instead of the id. */
function groupPeer(text: string, side: string): Members {
  const slash = text.lastIndexOf('/')
  const [owner, group] = slash === -1 ? ['', text] : [text.slice(0, slash), text.slice(slash + 1)]
  const member = group.startsWith('sg-') ? `${side}SecurityGroupId` : `${side}SecurityGroupName`
  return {[member]: group, ...(owner === '' ? {} : {[`${side}SecurityGroupOwnerId`]: owner})}
}

/** The elements of one `ingress` or `egress` list of a group; undefined where the state says nothing, or not everything. */
export function inlineElements(
  list: PlainValue | undefined,
  direction: Direction,
  groupId: string,
): readonly ProjectedElement[] | undefined {
  if (list === undefined || !Array.isArray(list.value)) return undefined
  const source = {attribute: direction, secret: list.secret}
  return (list.value as readonly Json[])
    .filter((rule) => isRecord(rule))
    .flatMap((rule) => ruleElements(inlineRule(rule, groupId), direction, source))
}

function inlineRule(block: Members, groupId: string): TerraformRule {
  return {
    protocol: block['protocol'],
    from: block['from_port'],
    to: block['to_port'],
    description: block['description'],
    cidrs: texts(block['cidr_blocks']),
    ipv6Cidrs: texts(block['ipv6_cidr_blocks']),
    prefixLists: texts(block['prefix_list_ids']),
    groups: [...texts(block['security_groups']), ...self(block['self'], groupId)],
  }
}

/** A rule that lets in from every address. */
export function isOpenToAll(rule: Value): boolean {
  return isRecord(rule) && (isEverywhere(rule['CidrIp']) || isEverywhere(rule['CidrIpv6']))
}

/** A list of texts, or a single text; null, empty texts and anything else are nothing. */
export function texts(value: Json | undefined): readonly string[] {
  const items = Array.isArray(value) ? (value as readonly Json[]) : [value]
  return items.filter((item): item is string => typeof item === 'string' && item !== '')
}

export function self(value: Json | undefined, groupId: string): readonly string[] {
  return value === true || value === 'true' ? [groupId] : []
}
