import {isRecord, type Json} from '../../model/value.ts'
import {byForm} from './normalizer.ts'
import {unorderedForm} from './unordered.ts'

type Members = {readonly [member: string]: Json}

const configOf: Readonly<Record<string, string>> = {
  'host-header': 'HostHeaderConfig',
  'http-request-method': 'HttpRequestMethodConfig',
  'path-pattern': 'PathPatternConfig',
  'source-ip': 'SourceIpConfig',
}

/**
 * One condition of a listener rule: host names and paths stand in `Values`, in the config of their own, or in both
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html).
 */
export const ruleCondition = byForm((value) => (isRecord(value) ? unorderedForm(formOf(value)) : value))

function formOf({Values: values, ...condition}: Members): Members {
  const config = typeof condition['Field'] === 'string' ? configOf[condition['Field']] : undefined
  if (config === undefined || condition[config] !== undefined || values === undefined) return condition
  return {...condition, [config]: {Values: values}}
}
