import {harmlessJson} from './harmless.ts'

/**
 * `JSON.stringify(object, null, 2)` in pieces: the elements of a top-level array, or of any other iterable there, are made and
 * written one by one. Characters that could do harm on a screen are written as JSON escapes.
 */
export function* writeJson(object: Readonly<Record<string, unknown>>): Generator<string> {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined)
  let separator = '{'
  for (const [key, value] of entries) {
    yield `${separator}\n  ${JSON.stringify(key)}: `
    separator = ','
    if (isIterable(value)) yield* writeItems(value)
    else yield indented(value, '  ')
  }
  yield entries.length === 0 ? '{}\n' : '\n}\n'
}

function* writeItems(items: Iterable<unknown>): Generator<string> {
  let separator = '['
  for (const item of items) {
    yield `${separator}\n    ${indented(item, '    ')}`
    separator = ','
  }
  yield separator === '[' ? '[]' : '\n  ]'
}

function indented(value: unknown, indent: string): string {
  return harmlessJson(JSON.stringify(value, null, 2)).replaceAll('\n', `\n${indent}`)
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}
