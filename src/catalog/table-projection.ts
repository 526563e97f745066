import {isArray, isRecord, type Json, type Value, type ValueRecord} from '../model/value.ts'
import type {AttributeRule, ProjectedProperty} from './entry.ts'

type Rules = Readonly<Record<string, AttributeRule>>

/**
 * What a table of rules says of a resource of another type that has the same attributes (aws_spot_instance_request has those of
 * aws_instance): the scalar properties and those of single blocks. What is not set was chosen by AWS.
 */
export function tableProjection(
  rules: Rules,
  attributes: ValueRecord,
  at = {path: '', attribute: ''},
): readonly ProjectedProperty[] {
  return Object.entries(rules).flatMap(([name, rule]) => {
    const value = attributes[name]
    if (value === undefined || !('to' in rule)) return []
    const path = [at.path, rule.to].filter(Boolean).join('.')
    const attribute = [at.attribute, name].filter(Boolean).join('.')
    if (!('block' in rule)) return [propertyOf(rule, value, path, attribute)]
    const block = isArray(value) ? value[0] : value
    return rule.block === 'single' && isRecord(block) ? tableProjection(rule.of, block, {path, attribute}) : []
  })
}

function propertyOf(
  {as, default: usual, value: map}: Extract<AttributeRule, {readonly value?: unknown}>,
  value: Value,
  path: string,
  attribute: string,
): ProjectedProperty {
  return {
    path,
    attribute,
    value: map && isPlainList(value) ? map(value) : value,
    ...(as === undefined ? {} : {as}),
    ...(usual === undefined ? {} : {default: usual}),
    computed: true,
  }
}

function isPlainList(value: Value): value is readonly Json[] {
  return isArray(value) && value.every((item) => typeof item !== 'object')
}
