/** From one offset of a text to another, in UTF-16 units as `slice` takes them. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Lines and columns count from 1, columns in Unicode code points, as editors show them; bytes count from 0, in UTF-8. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly byte: number
}

const byteOrderMark = '\uFEFF'

/** Translates offsets of a text. A byte order mark is no column, but bytes it has. */
export class TextPlaces {
  /** Without the byte order mark: offsets count from here. */
  readonly text: string
  readonly #lineStarts: readonly number[]
  readonly #firstByte: number
  #lineBytes: readonly number[] | undefined

  constructor(text: string) {
    this.text = text.startsWith(byteOrderMark) ? text.slice(1) : text
    this.#firstByte = Buffer.byteLength(text) - Buffer.byteLength(this.text)
    this.#lineStarts = lineStartsOf(this.text)
  }

  at(offset: number): Place {
    const line = this.lineOf(offset)
    const lineStart = this.#lineStarts[line - 1] ?? 0
    const before = this.text.slice(lineStart, offset)
    this.#lineBytes ??= this.#bytesBeforeLines()
    const byte = (this.#lineBytes[line - 1] ?? 0) + Buffer.byteLength(before)
    return {line, column: codePointsIn(before) + 1, byte}
  }

  /** Counts from 1. */
  lineOf(offset: number): number {
    let [low, high] = [0, this.#lineStarts.length]
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }

  #bytesBeforeLines(): number[] {
    let bytes = this.#firstByte
    return this.#lineStarts.map((start, index) => {
      const lineBytes = bytes
      bytes += Buffer.byteLength(this.text.slice(start, this.#lineStarts[index + 1]))
      return lineBytes
    })
  }
}

/** A carriage return belongs to the line that it ends; alone it ends none: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#whitespace */
function lineStartsOf(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function codePointsIn(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count++
  return count
}
