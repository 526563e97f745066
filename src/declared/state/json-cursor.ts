import type {SourceRef} from '../../model/source.ts'
import {endByLines, notByLines} from './end-by-lines.ts'
import {endsLiteral, kindOf, kinds, stopsString} from './json-bytes.ts'
import {stateError} from './state-errors.ts'

/**
 * Runs until it needs bytes that are not there yet (`bytes`: to be resumed after `push` or `close`), or until it has made so much
 * that it should be taken away first (`pause`).
 */
export type Wait<T> = Generator<'bytes' | 'pause', T, undefined>

/** The text of one JSON value and where it begins. */
export interface Slice {
  readonly text: string
  readonly line: number
  readonly column: number
}

/** What `peek` answers after the last byte. */
export const endOfInput = -1
const starved = -2

/**
 * Walks over JSON bytes in chunks of any size, and cuts out the values that are asked for; all others cost neither memory nor
 * parsing. Parsers that make a token or an event of every value are 10 to 50 times slower than `JSON.parse`; this loop costs a
 * fraction of it and leaves the parsing of the small pieces to it.
 */
export class JsonCursor {
  readonly #file: string
  #buffer: Buffer = Buffer.alloc(0)
  /** Whether it may be written to; a chunk that came when there was nothing else may not. */
  #isOwn = true
  #position = 0
  #end = 0
  #closed = false
  #line = 1
  /** Where the current line began, as an offset into the buffer; negative when those bytes are gone. */
  #lineStart = 0
  /** The first byte of the value that is or was last cut out, and whether it is still needed. */
  #start = 0
  #startPlace = {line: 1, column: 1}
  #keeping = false
  /** Whether it pays to guess by lines where an object ends. */
  #byLines = true
  /** Where `#passNested` is inside of the value that it moves past. */
  #depth = 0
  #inString = false

  constructor(file: string) {
    this.#file = file
  }

  /** The chunk is read where it lies: nobody may write there any more. */
  push(chunk: Uint8Array): void {
    if (this.#position === this.#end && !this.#keeping) return this.#adopt(chunk)
    if (!this.#isOwn || this.#end + chunk.length > this.#buffer.length) this.#makeRoom(chunk.length)
    this.#buffer.set(chunk, this.#end)
    this.#end += chunk.length
  }

  #adopt(chunk: Uint8Array): void {
    this.#buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
    this.#isOwn = false
    this.#lineStart -= this.#position
    this.#position = 0
    this.#end = chunk.length
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
      yield 'bytes'
      byte = this.#skipSpace()
    }
    return byte
  }

  *expect(character: string): Wait<void> {
    if ((yield* this.peek()) !== character.codePointAt(0)) throw this.fault()
    this.#position++
  }

  /** Moves past one value. Brackets and strings have to be closed; no more is checked. */
  *skip(): Wait<void> {
    const first = yield* this.peek()
    if (first === 0x22 || first === 0x7b || first === 0x5b) {
      while (!this.#passNested()) yield* this.#more()
    } else {
      yield* this.#skipLiteral()
    }
  }

  /** Cuts out one value. */
  *cut(): Wait<Slice> {
    yield* this.#keep()
    yield* this.skip()
    return this.#release()
  }

  /** Cuts out an object; stays at its first byte when it turns out to be longer than the limit. */
  *cutUpTo(limit: number): Wait<Slice | undefined> {
    if ((yield* this.#keep()) !== 0x7b) throw this.fault()
    while (!this.#passNested()) {
      if (this.#position - this.#start > limit) {
        this.#goBack()
        return undefined
      }
      yield* this.#more()
    }
    return this.#release()
  }

  /**
   * Takes the object at this place, where its lines show its end. Whether they do, `JSON.parse` knows: no object is the beginning of another.
   *
   * @param parse gives undefined for a text that is no JSON
   * @returns undefined, still at this place, for an object that ends elsewhere, is not all there yet, or is longer than the limit
   */
  takeByLines<T>(limit: number, parse: (text: string) => T | undefined): T | undefined {
    if (!this.#byLines || this.#position >= this.#end) return undefined
    const start = this.#position
    const end = endByLines({bytes: this.#buffer, end: this.#end, start, lineStart: this.#lineStart})
    const isGuess = end !== undefined && end !== notByLines && end - start <= limit
    const value = isGuess ? parse(this.#buffer.toString('utf8', start, end)) : undefined
    if (end === notByLines || (isGuess && value === undefined)) this.#byLines = false
    if (isGuess && value !== undefined) this.#passLines(end)
    return value
  }

  #passLines(end: number): void {
    const buffer = this.#buffer
    const first = buffer.indexOf(0x0a, this.#position)
    for (let position = first === -1 ? end : first; position < end; position++) {
      if (buffer[position] === 0x0a) this.#newLine(position)
    }
    this.#position = end
  }

  /** Returns to the first byte of what was to be cut out. */
  #goBack(): void {
    this.#position = this.#start
    this.#line = this.#startPlace.line
    this.#lineStart = this.#start - this.#startPlace.column + 1
    this.#keeping = false
    this.#depth = 0
    this.#inString = false
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
      yield 'bytes'
    }
    if (this.place.column === start) throw this.fault()
  }

  /** From now on no byte is dropped. */
  *#keep(): Wait<number> {
    const first = yield* this.peek()
    this.#startPlace = this.place
    this.#start = this.#position
    this.#keeping = true
    return first
  }

  #release(): Slice {
    const {line, column} = this.#startPlace
    this.#keeping = false
    return {text: this.#buffer.toString('utf8', this.#start, this.#position), line, column}
  }

  *#more(): Wait<void> {
    if (this.#closed) throw stateError('state-truncated', this.place)
    yield 'bytes'
  }

  /** Moves on to the end of a string, object or array; false when the bytes run out before: call it again when there are more. */
  #passNested(): boolean {
    do {
      if (this.#inString) {
        if (!this.#passString()) return false
        this.#inString = false
      } else {
        const kind = this.#passPlain()
        if (kind === kinds.plain) return false
        if (kind === kinds.quote) this.#inString = true
        else this.#depth += kind === kinds.open ? 1 : -1
      }
    } while (this.#inString || this.#depth > 0)
    return true
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
    const from = this.#keeping ? this.#start : this.#position
    const rest = this.#end - from
    const fits = this.#isOwn && rest + size <= this.#buffer.length
    const target = fits ? this.#buffer : Buffer.allocUnsafe((rest + size) * 2)
    this.#buffer.copy(target, 0, from, this.#end)
    this.#buffer = target
    this.#isOwn = true
    this.#position -= from
    this.#lineStart -= from
    this.#end = rest
    this.#start -= from
  }
}
