import {configTypeOf, taggableTypesMaking} from '../../catalog/taggable-objects.ts'
import {taggableTypes} from '../../catalog/taggable.ts'
import {
  parsePolicyText,
  type PolicyDocument,
  type PolicyPath,
  type PolicyProblem,
  type PolicyText,
} from '../policy/document.ts'
import {didYouMean} from '../policy/nearest.ts'
import {pathText} from '../policy/schema-problems.ts'
import {isRecord, kindOf} from '../organizations/shape.ts'
import type {Found} from '../organizations/read-setting.ts'
import {configRuleKeys, type ConfigRule, type RequiredTag} from './config-rule.ts'

const parameter = /^tag([1-6])(Key|Value)$/

/** Whether the data is the parameters of a Config rule about tags, such a rule, or a list of rules as AWS answers it. */
export function looksLikeConfigRule(data: unknown): boolean {
  if (!isRecord(data)) return false
  if ('ConfigRules' in data || 'InputParameters' in data) return true
  return Object.keys(data).some((name) => parameter.test(name) || name === 'requiredKeyTags')
}

export interface ReadConfigRules {
  readonly rules: readonly ConfigRule[]
  readonly problems: readonly PolicyProblem[]
}

interface Reading {
  readonly document: PolicyDocument
  readonly found: Found[]
}

/**
 * Rules as `aws configservice describe-config-rules` gives them, one rule of these, or the parameters alone. Rules of a list that are
 * not about tags are passed over: an account has hundreds.
 */
export function readConfigRules({name, text}: PolicyText): ReadConfigRules {
  const document = parsePolicyText({name, text})
  const reading: Reading = {document, found: []}
  const {data} = document
  const rules = isRecord(data) ? readAny(name, data, reading) : []
  const problems = reading.found.map(({path, message, part = 'value'}) => ({
    source: document.at(path, part),
    message: `${pathText(path)}: ${message}`,
  }))
  return {rules, problems: [...document.problems, ...problems]}
}

function readAny(file: string, data: Record<string, unknown>, reading: Reading): readonly ConfigRule[] {
  const {ConfigRules: list} = data
  if (Array.isArray(list)) {
    return list.flatMap((rule: unknown, index) =>
      isRecord(rule) ? readRule(file, rule, ['ConfigRules', index], reading) : [],
    )
  }
  if ('InputParameters' in data) return readRule(file, data, [], reading)
  return [{name: file, tags: readParameters(data, [], reading)}]
}

function readRule(
  file: string,
  rule: Record<string, unknown>,
  path: PolicyPath,
  reading: Reading,
): readonly ConfigRule[] {
  const at = [...path, 'InputParameters']
  const parameters = parametersOf(rule['InputParameters'], at, reading.found)
  if (!looksLikeConfigRule(parameters)) return []
  const {ConfigRuleName: name, Scope: scope} = rule
  return [
    {
      name: typeof name === 'string' ? name : file,
      tags: readParameters(parameters, at, reading),
      ...(isRecord(scope) && readScope(scope, [...path, 'Scope'], reading.found)),
    },
  ]
}

/** https://docs.aws.amazon.com/config/latest/APIReference/API_Scope.html */
function readScope(
  scope: Record<string, unknown>,
  path: PolicyPath,
  found: Found[],
): Pick<ConfigRule, 'types' | 'carrying'> {
  const {ComplianceResourceTypes: types, ComplianceResourceId: id} = scope
  if (id !== undefined) {
    found.push({
      path: [...path, 'ComplianceResourceId'],
      message: 'a rule about one resource alone cannot be taken over',
    })
  }
  const key = textAt(scope['TagKey'], [...path, 'TagKey'], found)
  const value = textAt(scope['TagValue'], [...path, 'TagValue'], found)
  return {
    ...(Array.isArray(types) && {types: readTypes(types, [...path, 'ComplianceResourceTypes'], found)}),
    ...(key !== undefined && {carrying: {key, ...(value !== undefined && {value})}}),
  }
}

/** AWS has the parameters as JSON within a text; Terraform code and people write them as they are. */
function parametersOf(given: unknown, path: PolicyPath, found: Found[]): Record<string, unknown> {
  if (isRecord(given)) return given
  if (typeof given !== 'string') return {}
  try {
    const parsed: unknown = JSON.parse(given)
    if (isRecord(parsed)) return parsed
  } catch {
    // Told below.
  }
  found.push({path, message: 'must be a JSON object of parameters, as {"tag1Key": "CostCenter"}'})
  return {}
}

function readParameters(data: Record<string, unknown>, path: PolicyPath, reading: Reading): readonly RequiredTag[] {
  const {found} = reading
  for (const name of Object.keys(data)) {
    if (parameter.test(name) || name === 'requiredKeyTags') continue
    const known = ['requiredKeyTags', ...numbers.flatMap((n) => [`tag${n}Key`, `tag${n}Value`])]
    const message = `unknown parameter ${JSON.stringify(name)}${didYouMean(name, known)}; allowed are tag1Key, tag1Value to tag${configRuleKeys}Key, tag${configRuleKeys}Value, requiredKeyTags`
    found.push({path: [...path, name], part: 'key', message})
  }
  const numbered = numbers.flatMap((n) => readNumbered(n, data, path, reading))
  const {requiredKeyTags: list} = data
  const listed = textAt(list, [...path, 'requiredKeyTags'], found)
  const source = reading.document.at([...path, 'requiredKeyTags'], 'key')
  return [...numbered, ...commaSeparated(listed).map((key) => ({key, source}))]
}

const numbers = Array.from({length: configRuleKeys}, (_, index) => index + 1)

function readNumbered(
  n: number,
  data: Record<string, unknown>,
  path: PolicyPath,
  {document, found}: Reading,
): readonly RequiredTag[] {
  const [keyPath, valuePath] = [
    [...path, `tag${n}Key`],
    [...path, `tag${n}Value`],
  ]
  const key = textAt(data[`tag${n}Key`], keyPath, found)
  const values = commaSeparated(textAt(data[`tag${n}Value`], valuePath, found))
  if (key === undefined || key === '') {
    if (values.length > 0)
      found.push({path: valuePath, part: 'key', message: `has no tag${n}Key that the values are of`})
    return []
  }
  return [{key, ...(values.length > 0 && {values}), source: document.at(keyPath)}]
}

function textAt(value: unknown, path: PolicyPath, found: Found[]): string | undefined {
  if (value === undefined || typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  found.push({path, message: `must be text, not ${kindOf(value)}`})
  return undefined
}

/** White space around a comma is taken for layout: a guess, AWS does not say. */
function commaSeparated(text = ''): readonly string[] {
  return text.split(',').flatMap((item) => item.trim() || [])
}

function readTypes(types: readonly unknown[], path: PolicyPath, found: Found[]): readonly string[] {
  const known = [...new Set(taggableTypes.flatMap((type) => configTypeOf(type) ?? []))]
  return types.flatMap((type, index) => {
    const isKnown = typeof type === 'string' && (taggableTypesMaking(type).length > 0 || /^AWS::\w+::\w+$/.test(type))
    if (isKnown) return type
    const message = `${JSON.stringify(type)} is no resource type of AWS Config${didYouMean(String(type), known)}; write AWS::EC2::Instance`
    found.push({path: [...path, index], message})
    return []
  })
}
