import {isArray, isRecord, Sensitive, Unknown, type Json, type Value} from '../model/value.ts'
import {harmless} from './harmless.ts'
import {valueText} from './value-text.ts'

/** Whether a value reads better line by line: an object or array, JSON in a string, or text of several lines. */
export function isDocument(value: Value | undefined): boolean {
  return isArray(value) || isRecord(value) || (typeof value === 'string' && /^\s*[[{]|\n/.test(value))
}

/** A value as lines: JSON with sorted keys, two spaces deep, one member a line. */
export function documentLines(value: Value | undefined): readonly string[] {
  const content = typeof value === 'string' ? parsed(value) : value
  if (isArray(content) || isRecord(content)) return JSON.stringify(sorted(content), null, 2).split('\n').map(harmless)
  return typeof value === 'string' && value.includes('\n') ? value.split('\n').map(harmless) : [valueText(value)]
}

function parsed(text: string): Value {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}

/** Keys in order, so that two documents differ only where they say different things. */
function sorted(value: Value): Json {
  if (value instanceof Sensitive) return '(sensitive)'
  if (value instanceof Unknown) return '(unknown)'
  if (isArray(value)) return value.map(sorted)
  if (!isRecord(value)) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]))
}
