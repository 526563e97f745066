import {isArray, isRecord, type Json} from '../model/value.ts'
import type {CompareRule, SkipRule} from './entry.ts'

const nameIsWhole: SkipRule = {skip: 'alias', because: 'the full name that it led to is in `name`'}

/** Common to the parameter groups of instances and of clusters. How a change is applied (`apply_method`) is not kept by AWS for long. */
export const parameterGroupAttributes = {
  description: {to: 'Description'},
  family: {to: 'Family', as: 'caseInsensitive'},
  name_prefix: nameIsWhole,
  parameter: {to: 'Parameters', as: 'dbParameters', default: {}, value: byName} satisfies CompareRule,
} as const

/** Blocks of name and value as the map that CloudFormation has. */
function byName(blocks: Json): Json {
  if (!isArray(blocks)) return blocks
  const parameters = blocks.filter((block) => isRecord(block))
  return Object.fromEntries(
    parameters.flatMap(({name, value}) => (typeof name === 'string' ? [[name, value ?? null]] : [])),
  )
}
