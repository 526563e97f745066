import type {SourceRef} from '../../model/source.ts'
import {parsePolicyText, type PolicyProblem, type PolicyText} from '../policy/document.ts'
import {pathText} from '../policy/schema-problems.ts'
import {didYouMean} from '../policy/nearest.ts'
import {isRecord, kindOf} from './shape.ts'
import {listFields, type EffectiveTag, type EffectiveTagPolicy} from './tag-policy.ts'
import type {Found} from './read-setting.ts'

/** Whether the data is an effective policy as AWS shows it: settings are values, without operators. */
export function looksEffective(data: unknown): boolean {
  const tags = isRecord(data) ? data['tags'] : undefined
  if (!isRecord(tags)) return false
  const settings = Object.values(tags).flatMap((entry) => (isRecord(entry) ? Object.values(entry) : []))
  return settings.some((setting) => typeof setting === 'string' || Array.isArray(setting))
}

export interface ReadEffective {
  readonly policy: EffectiveTagPolicy
  readonly problems: readonly PolicyProblem[]
  readonly sourceOf: (key: string) => SourceRef
}

/**
 * The answer of `organizations:DescribeEffectivePolicy`, or what `trueup tags effective` printed. AWS made it of policies that it took, so
 * types that are not known here are no fault of it.
 */
export function readEffective({name, text}: PolicyText): ReadEffective {
  const document = parsePolicyText({name, text}, {exactIntegers: true})
  const found: Found[] = []
  const tags = isRecord(document.data) && isRecord(document.data['tags']) ? document.data['tags'] : {}
  const read = Object.entries(tags).map(([key, entry]) => [key.toLowerCase(), readTag(key, entry, found)] as const)
  const problems = found.map(({path, message, part = 'value'}) => ({
    source: document.at(path, part),
    message: `${pathText(path)}: ${message}`,
  }))
  return {
    policy: {tags: Object.fromEntries(read)},
    problems: [...document.problems, ...problems],
    sourceOf: (key) => document.at(['tags', Object.keys(tags).find((one) => one.toLowerCase() === key) ?? key], 'key'),
  }
}

const fields = ['tag_key', ...listFields]

function readTag(key: string, entry: unknown, found: Found[]): EffectiveTag {
  const path = ['tags', key]
  const lists = new Map<string, readonly string[]>()
  if (!isRecord(entry)) {
    found.push({path, message: `must be a mapping of ${fields.join(', ')}, not ${kindOf(entry)}`})
    return {tag_key: key, tag_value: ['*']}
  }
  for (const [name, value] of Object.entries(entry)) {
    if (!fields.includes(name)) {
      const message = `unknown field ${JSON.stringify(name)}${didYouMean(name, fields)}; allowed are ${fields.join(', ')}`
      found.push({path: [...path, name], part: 'key', message})
    } else if (name !== 'tag_key' && Array.isArray(value)) lists.set(name, value.map(String))
    else if (name !== 'tag_key') found.push({path: [...path, name], message: `must be a list, not ${kindOf(value)}`})
  }
  const {tag_key: given = key} = entry
  if (typeof given !== 'string') found.push({path: [...path, 'tag_key'], message: `must be text, not ${kindOf(given)}`})
  const [values = ['*'], enforced, required] = listFields.map((name) => lists.get(name))
  return {
    tag_key: String(given),
    tag_value: values,
    ...(enforced && {enforced_for: enforced}),
    ...(required && {report_required_tag_for: required}),
  }
}
