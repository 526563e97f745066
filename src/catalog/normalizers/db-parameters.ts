import {deepEqual, isRecord} from '../../model/value.ts'
import {scalarsAsText} from './exact.ts'
import type {Normalizer} from './normalizer.ts'

/**
 * Parameters of a database by name. AWS tells of those that differ from the engine's default
 * (https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-rds, ReadHandler of DBParameterGroup): one that is
 * declared and not live has the default, which may well be what is declared. Not symmetric: one that is live alone was set by someone.
 */
export const dbParameters: Normalizer = (declared, live) => {
  if (!isRecord(declared) || !isRecord(live)) return false
  return Object.entries(live).every(
    ([name, value]) => name in declared && deepEqual(scalarsAsText(declared[name] ?? null), scalarsAsText(value)),
  )
}
