import {isEmpty, Sensitive, type Json, type Value} from '../model/value.ts'
import {blocksOf} from './blocks.ts'
import type {BlockRule, ProjectedElement, TerraformType} from './entry.ts'
import {actionElements} from './listener-actions.ts'
import {pascalCase} from './pascal-case.ts'
import {plainOf} from './plain-value.ts'

type Members = {readonly [member: string]: Json}

const rule = 'AWS::ElasticLoadBalancingV2::ListenerRule'

function rewrite(to: string): BlockRule {
  return {
    to,
    block: 'single',
    of: {rewrite: {to: 'Rewrites', block: 'list', of: {regex: {to: 'Regex'}, replace: {to: 'Replace'}}}},
  }
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listenerrule.html */
export const entry: TerraformType = {
  type: 'aws_lb_listener_rule',
  confidence: 'curated',
  objectType: rule,
  role: 'object',
  identity: [['arn'], ['id']],
  attributes: {
    action: {custom: 'elements of Actions, but for client_secret, which Elastic Load Balancing never gives back'},
    condition: {custom: 'elements of Conditions'},
    listener_arn: {skip: 'identity', because: 'part of the ARN of the rule'},
    priority: {to: 'Priority', computed: true},
    transform: {
      to: 'Transforms',
      block: 'set',
      key: ['Type'],
      of: {
        host_header_rewrite_config: rewrite('HostHeaderRewriteConfig'),
        type: {to: 'Type'},
        url_rewrite_config: rewrite('UrlRewriteConfig'),
      },
    },
  },
  project: ({attributes}, {id, location}) => {
    const actions = actionElements(attributes['action'], 'Actions', 'action')
    const conditions = conditionElements(attributes['condition'])
    if (id === undefined) return []
    const exclusive = [...(actions ? ['Actions'] : []), ...(conditions ? ['Conditions'] : [])]
    const elements = [...(actions ?? []), ...(conditions ?? [])]
    return [{objectType: rule, id, location, elements, exclusive}]
  },
  object: {
    idScope: 'region',
    sensitive: ['Actions.*.AuthenticateOidcConfig.ClientSecret'],
    severity: {Actions: 'high', Conditions: 'high'},
  },
}

function conditionElements(blocks: Value | undefined): readonly ProjectedElement[] | undefined {
  const plain = plainOf(blocks)
  if (plain === undefined) return undefined
  return blocksOf(plain.value).flatMap((block) => {
    return conditionsOf(block as Members).map((element) => ({
      path: 'Conditions',
      element: plain.secret ? Sensitive.of(element) : element,
      attribute: 'condition',
      as: 'ruleCondition' as const,
    }))
  })
}

/** One block names its kind by the block that is in it; in provider 2, by `field`, with `values` beside it. */
function conditionsOf(block: Members): readonly Members[] {
  const {field, values, ...kinds} = block
  if (typeof field === 'string' && field !== '') return [{Field: field, Values: values ?? null}]
  return Object.entries(kinds).flatMap(([kind, nested]) => {
    const inner = blocksOf(nested) as readonly Members[]
    if (inner.length === 0) return []
    const config = kind === 'query_string' ? {Values: inner.map(membersOf)} : membersOf(inner[0] ?? {})
    return [{Field: kind.replaceAll('_', '-'), [`${pascalCase(kind)}Config`]: config}]
  })
}

function membersOf(block: Members): Members {
  const entries = Object.entries(block).filter(([, value]) => !isEmpty(value))
  return Object.fromEntries(entries.map(([name, value]) => [pascalCase(name), value]))
}
