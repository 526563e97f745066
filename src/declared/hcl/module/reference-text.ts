import type {Json} from '../../../model/value.ts'

/** An argument that names something instead of having a value, as written: `aws.west`, `tags["Owner"]`. In JSON it may be a plain string. */
export function referenceIn(json: Json | undefined): string | undefined {
  if (typeof json !== 'string') return undefined
  return /^\$\{(.*)\}$/s.exec(json)?.[1]?.trim() ?? json
}
