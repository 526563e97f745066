import {isArray, isRecord, type Json} from '../model/value.ts'
import type {BlockRule} from './entry.ts'
import {parseDocument} from './normalizers/json-text.ts'

/** `website` of aws_s3_bucket: the redirect is a URL, the routing rules are the JSON of the service API. */
export const legacyWebsite = {
  to: 'WebsiteConfiguration',
  block: 'single',
  of: {
    error_document: {to: 'ErrorDocument'},
    index_document: {to: 'IndexDocument'},
    redirect_all_requests_to: {to: 'RedirectAllRequestsTo', value: redirectTarget},
    routing_rules: {to: 'RoutingRules', value: routingRules},
  },
} as const satisfies BlockRule

function redirectTarget(url: Json): Json {
  const [, Protocol, HostName] = (typeof url === 'string' && /^(?:(https?):\/\/)?(.+)$/.exec(url)) || []
  if (HostName === undefined) return null
  return Protocol === undefined ? {HostName} : {HostName, Protocol}
}

function routingRules(text: Json): Json {
  const rules = parseDocument(text)
  return isArray(rules) ? rules.map(routingRule) : rules
}

function routingRule(rule: Json): Json {
  if (!isRecord(rule)) return rule
  const {Condition, Redirect, ...rest} = rule
  return {
    ...rest,
    ...(Redirect === undefined ? {} : {RedirectRule: Redirect}),
    ...(Condition === undefined ? {} : {RoutingRuleCondition: Condition}),
  }
}
