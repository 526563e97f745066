import {isRecord, type Json} from '../model/value.ts'

/** A map of Terraform as the list of names and values that AWS has. */
export function nameValues(value: Json): Json {
  return isRecord(value) ? Object.entries(value).map(([Name, Value]) => ({Name, Value: Value})) : value
}
