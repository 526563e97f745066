import type {SourceRef} from '../../model/source.ts'
import {stateError} from './state-errors.ts'

/** Runs until it needs bytes that are not there yet; then it yields, and is resumed after `push` or `close`. */
export type Wait<T> = Generator<undefined, T, undefined>

/** The text of one JSON value and where it begins. */
export interface Slice {
  readonly text: string
  readonly line: number
  readonly column: number
}

/** What `peek` answers after the last byte. */
export const endOfInput = -1
const starved = -2

const kinds = {plain: 0, newline: 1, quote: 2, open: 3, close: 4, invalid: 5} as const

/** What a byte means outside of strings. Literals are not checked here: what is kept goes through `JSON.parse`. */
const kindOf = byteTable(kinds.invalid, {
  [kinds.plain]: ' \t\r,:0123456789+-.eEtrufalsn',
  [kinds.newline]: '\n',
  [kinds.quote]: '"',
  [kinds.open]: '{[',
  [kinds.close]: '}]',
})

/** 1 for the bytes at which reading a string has to stop: quote, backslash, control characters. */
const stopsString = new Uint8Array(256).map((_, byte) => (byte < 0x20 || byte === 0x22 || byte === 0x5c ? 1 : 0))

/** 1 for the bytes that end a number, `true`, `false` or `null`. */
const endsLiteral = new Uint8Array(256).map((_, byte) => (' \t\r\n,:}]'.includes(String.fromCodePoint(byte)) ? 1 : 0))

/**
 * Walks over JSON bytes in chunks of any size, and cuts out the values that are asked for; all others cost neither memory nor
 * parsing. Parsers that make a token or an event of every value are 10 to 50 times slower than `JSON.parse`; this loop costs a
 * fraction of it and leaves the parsing of the small pieces to it.
 */
export class JsonCursor {
  readonly #file: string
  #buffer = Buffer.allocUnsafe(1 << 16)
  #position = 0
  #end = 0
  #closed = false
  #line = 1
  /** Where the current line began, as an offset into the buffer; negative when those bytes are gone. */
  #lineStart = 0
  /** First byte of the value being cut out; -1 while nothing has to be kept. */
  #kept = -1

  constructor(file: string) {
    this.#file = file
  }

  /** Copies the chunk, so that its memory may be used again. */
  push(chunk: Uint8Array): void {
    if (this.#end + chunk.length > this.#buffer.length) this.#makeRoom(chunk.length)
    this.#buffer.set(chunk, this.#end)
    this.#end += chunk.length
  }

  /** No more bytes will come. */
  close(): void {
    this.#closed = true
  }

  get place(): SourceRef & {readonly line: number; readonly column: number} {
    return {file: this.#file, line: this.#line, column: this.#position - this.#lineStart + 1}
  }

  /** The next byte that is not white space, not consumed. */
  *peek(): Wait<number> {
    let byte = this.#skipSpace()
    while (byte === starved) {
      yield
      byte = this.#skipSpace()
    }
    return byte
  }

  *take(): Wait<number> {
    const byte = yield* this.peek()
    if (byte !== endOfInput) this.#position++
    return byte
  }

  *expect(character: string): Wait<void> {
    if ((yield* this.peek()) !== character.codePointAt(0)) throw this.fault()
    this.#position++
  }

  /** Moves past one value. Brackets and strings have to be closed; no more is checked. */
  *skip(): Wait<void> {
    const first = yield* this.peek()
    if (first === 0x22 || first === 0x7b || first === 0x5b) yield* this.#skipNested()
    else yield* this.#skipLiteral()
  }

  /** Cuts out one value. */
  *cut(): Wait<Slice> {
    yield* this.peek()
    const {line, column} = this.place
    this.#kept = this.#position
    yield* this.skip()
    const text = this.#buffer.toString('utf8', this.#kept, this.#position)
    this.#kept = -1
    return {text, line, column}
  }

  /** Why the byte at this place cannot be: the file ends too early, or it is no JSON. */
  fault(): Error {
    const ended = this.#closed && this.#position >= this.#end
    return stateError(ended ? 'state-truncated' : 'state-invalid-json', this.place)
  }

  #skipSpace(): number {
    while (this.#position < this.#end) {
      const byte = this.#buffer[this.#position] as number
      if (byte === 0x0a) this.#newLine(this.#position)
      else if (byte !== 0x20 && byte !== 0x0d && byte !== 0x09) return byte
      this.#position++
    }
    return this.#closed ? endOfInput : starved
  }

  *#skipLiteral(): Wait<void> {
    const start = this.place.column
    for (;;) {
      while (this.#position < this.#end && endsLiteral[this.#buffer[this.#position] as number] === 0) {
        if (kindOf[this.#buffer[this.#position] as number] !== kinds.plain) throw this.fault()
        this.#position++
      }
      if (this.#position < this.#end || this.#closed) break
      yield
    }
    if (this.place.column === start) throw this.fault()
  }

  /** A string, an object or an array. */
  *#skipNested(): Wait<void> {
    let depth = 0
    do {
      let kind = this.#passPlain()
      while (kind === kinds.plain) {
        yield* this.#more()
        kind = this.#passPlain()
      }
      if (kind === kinds.open) depth++
      else if (kind === kinds.close) depth--
      else while (!this.#passString()) yield* this.#more()
    } while (depth > 0)
  }

  *#more(): Wait<void> {
    if (this.#closed) throw stateError('state-truncated', this.place)
    yield
  }

  /** Moves past the next quote or bracket and says which it was; `plain` when the bytes ran out before. */
  #passPlain(): number {
    const buffer = this.#buffer
    const end = this.#end
    for (let position = this.#position; position < end; position++) {
      const kind = kindOf[buffer[position] as number] as number
      if (kind === kinds.plain) continue
      if (kind === kinds.newline) {
        this.#newLine(position)
        continue
      }
      this.#position = position
      if (kind === kinds.invalid) throw this.fault()
      this.#position++
      return kind
    }
    this.#position = end
    return kinds.plain
  }

  /** From inside a string past its end; false when the bytes ran out before. */
  #passString(): boolean {
    const buffer = this.#buffer
    const end = this.#end
    for (let position = this.#position; position < end; position++) {
      if (stopsString[buffer[position] as number] === 0) continue
      this.#position = position
      const byte = buffer[position]
      if (byte === 0x22) {
        this.#position++
        return true
      }
      if (byte !== 0x5c) throw this.fault()
      // A backslash as the last byte waits for the one that it escapes.
      if (++position === end) return false
    }
    this.#position = end
    return false
  }

  #newLine(position: number): void {
    this.#line++
    this.#lineStart = position + 1
  }

  /** Drops what nobody needs any more; grows only when a single value is larger than the buffer. */
  #makeRoom(size: number): void {
    const from = this.#kept === -1 ? this.#position : this.#kept
    const rest = this.#end - from
    const target = rest + size > this.#buffer.length ? Buffer.allocUnsafe((rest + size) * 2) : this.#buffer
    this.#buffer.copy(target, 0, from, this.#end)
    this.#buffer = target
    this.#position -= from
    this.#lineStart -= from
    this.#end = rest
    if (this.#kept !== -1) this.#kept = 0
  }
}

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

function byteTable(fallback: number, characters: Readonly<Record<number, string>>): Uint8Array {
  const table = new Uint8Array(256).fill(fallback)
  for (const [kind, text] of Object.entries(characters)) {
    for (const character of text) table[character.codePointAt(0) ?? 0] = Number(kind)
  }
  return table
}
