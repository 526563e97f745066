import type {Value} from '../model/value.ts'

/** RDS keeps identifiers in lower case, whatever was asked for. */
export function dbIdentifier(value: Value | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value.toLowerCase() : undefined
}
