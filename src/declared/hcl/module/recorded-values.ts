import {isRecord, type Value, type ValueRecord} from '../../../model/value.ts'

/** Attributes of any type: a state writes them with it. */
const dynamic: Readonly<Record<string, readonly string[]>> = {
  terraform_data: ['input', 'output', 'triggers_replace'],
  terraform_remote_state: ['config', 'defaults', 'outputs'],
}

/** Recorded attributes as the language knows them. */
export function recordedValues(type: string, recorded: ValueRecord | undefined): ValueRecord | undefined {
  const names = Object.hasOwn(dynamic, type) ? dynamic[type] : undefined
  if (recorded === undefined || names === undefined) return recorded
  const entries = Object.entries(recorded)
  return Object.fromEntries(entries.map(([name, value]) => [name, names.includes(name) ? withoutType(value) : value]))
}

function withoutType(value: Value): Value {
  return isRecord(value) && Object.keys(value).toSorted().join() === 'type,value' ? (value['value'] ?? null) : value
}
