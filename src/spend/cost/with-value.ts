import {isArray, isRecord, type Value, type ValueRecord} from '../../model/value.ts'

/** A copy with the value at a path of keys; without it where the value is none. Undefined where the path leads nowhere. */
export function withValue(
  record: ValueRecord,
  [key, ...rest]: readonly string[],
  value: Value | undefined,
): ValueRecord | undefined {
  if (key === undefined) return undefined
  const [, list, member, name] = /^([^[]*)\[([^=]*)=(.*)\]$/.exec(key) ?? []
  if (list !== undefined && member !== undefined) return withElement(record, {list, member, name}, rest, value)
  if (key.includes('[')) return undefined
  if (rest.length === 0) {
    const {[key]: _, ...others} = record
    return value === undefined || value === null ? others : {...others, [key]: value}
  }
  const inner = record[key] ?? {}
  if (!isRecord(inner)) return undefined
  const changed = withValue(inner, rest, value)
  return changed && {...record, [key]: changed}
}

function withElement(
  record: ValueRecord,
  {list, member, name}: {readonly list: string; readonly member: string; readonly name: string | undefined},
  rest: readonly string[],
  value: Value | undefined,
): ValueRecord | undefined {
  const elements = record[list]
  if (!isArray(elements) || rest.length === 0) return undefined
  const at = elements.findIndex((element) => isRecord(element) && element[member] === name)
  const element = elements[at]
  const changed = isRecord(element) ? withValue(element, rest, value) : undefined
  return changed && {...record, [list]: elements.map((other, index): Value => (index === at ? changed : other))}
}
