import {isRecord, type Json} from '../model/value.ts'

/** A map of Terraform as the list of names and values that AWS has. */
export function nameValues(value: Json): Json {
  return isRecord(value) ? Object.entries(value).map(([Name, Value]) => ({Name, Value: Value})) : value
}

/** A map of tags as the list of keys and values that AWS has. */
export function keyValues(value: Json): Json {
  return isRecord(value) ? Object.entries(value).map(([Key, Value]) => ({Key, Value: Value})) : value
}
