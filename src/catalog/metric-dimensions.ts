import {isRecord, type Json} from '../model/value.ts'

/** Terraform's map of dimensions as the list that CloudFormation has. */
export function metricDimensions(dimensions: Json): Json {
  return isRecord(dimensions) ? Object.entries(dimensions).map(([Name, Value]) => ({Name, Value})) : dimensions
}
