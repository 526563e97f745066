import {isRecord} from '../../../model/value.ts'

/** One step into a value: a name or a list index; undefined for one that cannot be followed (an element of a set). */
type Step = string | number | undefined
export type SensitivePath = readonly Step[]

/**
 * The paths of `sensitive_attributes`, as Terraform has written them since 0.15: each a list of steps
 * `{"type": "get_attr", "value": "password"}` or `{"type": "index", "value": {"value": 0, "type": "number"}}`
 * (https://github.com/hashicorp/terraform/blob/main/internal/states/statefile/version4.go, marshalPaths). Also understood, since
 * tools write them: plain names and dotted paths, and steps as bare names and numbers.
 */
export function sensitivePaths(encoded: unknown): readonly SensitivePath[] {
  if (!Array.isArray(encoded)) return []
  return encoded.map((path: unknown) => {
    if (typeof path === 'string') return path.split('.')
    return Array.isArray(path) ? path.map(stepOf) : [stepOf(path)]
  })
}

function stepOf(encoded: unknown): Step {
  const step = isRecord(encoded) ? encoded['value'] : encoded
  const index = isRecord(step) ? step['value'] : step
  return typeof index === 'string' || typeof index === 'number' ? index : undefined
}
