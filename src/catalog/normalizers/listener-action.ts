import {isArray, isEmpty, isRecord, type Json} from '../../model/value.ts'
import {byForm} from './normalizer.ts'
import {unorderedForm} from './unordered.ts'

type Members = {readonly [member: string]: Json}

/**
 * One action of a listener or of one of its rules, with what Elastic Load Balancing means where nothing is said
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html). A forward to one target group is written with
 * its ARN, with a ForwardConfig, or with both.
 */
export const listenerAction = byForm((value) => (isRecord(value) ? unorderedForm(formOf(value)) : value))

const redirect = {Host: '#{host}', Path: '/#{path}', Port: '#{port}', Query: '#{query}'}
const session = {
  OnUnauthenticatedRequest: 'authenticate',
  Scope: 'openid',
  SessionCookieName: 'AWSELBAuthSessionCookie',
  SessionTimeout: 604_800,
}

function formOf({TargetGroupArn: group, ForwardConfig: forward, Order: order, ...action}: Members): Members {
  const {RedirectConfig, AuthenticateCognitoConfig, AuthenticateOidcConfig} = action
  const {ClientSecret: _, UseExistingClientSecret: __, ...oidc} = recordOf(AuthenticateOidcConfig)
  return {
    ...action,
    Order: order ?? 1,
    Forward: forwardOf(recordOf(forward), group),
    ...(isEmpty(RedirectConfig) ? {} : {RedirectConfig: withDefaults(recordOf(RedirectConfig), redirect)}),
    ...(isEmpty(AuthenticateCognitoConfig)
      ? {}
      : {AuthenticateCognitoConfig: withDefaults(recordOf(AuthenticateCognitoConfig), session)}),
    ...(isEmpty(AuthenticateOidcConfig) ? {} : {AuthenticateOidcConfig: withDefaults(oidc, session)}),
  }
}

/** Weights say nothing of a single group, nor a duration of a stickiness that is off. */
function forwardOf(
  {TargetGroups: groups, TargetGroupStickinessConfig: stickiness}: Members,
  group: Json | undefined,
): Json {
  const several = isArray(groups) ? groups.map(recordOf) : []
  if (several.length < 2) return several[0]?.['TargetGroupArn'] ?? group ?? null
  const weighted = several.map(({TargetGroupArn, Weight}) => ({
    TargetGroupArn: TargetGroupArn ?? null,
    Weight: Weight ?? 1,
  }))
  const {Enabled: enabled, DurationSeconds: duration} = recordOf(stickiness)
  const isSticky = enabled === true || enabled === 'true'
  return {Groups: weighted, Sticky: isSticky ? (duration ?? null) : null}
}

function withDefaults(config: Members, defaults: Members): Members {
  const said = Object.entries(config).filter(([, value]) => !isEmpty(value))
  return {...defaults, ...Object.fromEntries(said)}
}

function recordOf(value: Json | undefined): Members {
  return isRecord(value) ? value : {}
}
