import type {Json} from '../../../model/value.ts'

/** JSON as Go writes it: `<`, `>` and `&` are escaped, and so are two ends of line. https://pkg.go.dev/encoding/json#Marshal */
export function goJson(value: Json, indent?: number): string {
  return JSON.stringify(value, null, indent).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
