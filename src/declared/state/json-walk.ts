import type {JsonCursor, Wait} from './json-cursor.ts'
import {parseSlice} from './parse-slice.ts'

/** Walks the members of an object; `visit` has to consume each value. */
export function* members(cursor: JsonCursor, visit: (name: string) => Wait<void>): Wait<void> {
  yield* cursor.expect('{')
  if ((yield* cursor.peek()) === 0x7d) return yield* cursor.expect('}')
  for (;;) {
    if ((yield* cursor.peek()) !== 0x22) throw cursor.fault()
    const name = parseSlice(yield* cursor.cut(), cursor.place.file)
    yield* cursor.expect(':')
    yield* visit(String(name))
    if ((yield* cursor.peek()) !== 0x2c) return yield* cursor.expect('}')
    yield* cursor.expect(',')
  }
}

/** Walks the elements of an array; `visit` has to consume each. */
export function* elements(cursor: JsonCursor, visit: () => Wait<void>): Wait<void> {
  yield* cursor.expect('[')
  if ((yield* cursor.peek()) === 0x5d) return yield* cursor.expect(']')
  for (;;) {
    yield* visit()
    if ((yield* cursor.peek()) !== 0x2c) return yield* cursor.expect(']')
    yield* cursor.expect(',')
  }
}
