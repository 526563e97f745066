import type {Slice} from './json-cursor.ts'
import {stateError} from './state-errors.ts'

/** `JSON.parse` whose errors name a place and never quote the text, which may hold secrets. */
export function parseSlice({text, line, column}: Slice, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const before = text.slice(0, faultOffset(error))
    const lines = before.split('\n')
    const last = lines.at(-1)?.length ?? 0
    throw stateError('state-invalid-json', {
      file,
      line: line + lines.length - 1,
      column: lines.length === 1 ? column + last : last + 1,
    })
  }
}

/** V8 says `... in JSON at position 12 (line 1 column 13)`; some messages have no position: then the value's beginning is named. */
function faultOffset(error: unknown): number {
  return Number(/at position (\d+)/.exec(String(error))?.[1] ?? 0)
}
