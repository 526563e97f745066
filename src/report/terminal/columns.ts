import stringWidth from 'fast-string-width'

import {hanging, pad, widest} from './text.ts'

export interface ColumnOptions {
  readonly width: number
  readonly indent?: string
  /** Columns that hold numbers. */
  readonly right?: readonly number[]
}

/**
 * A table without lines: every column as wide as its widest cell, two spaces between. A first cell that would take more than half
 * of the width gets a line of its own; the last column wraps.
 */
export function* columns(rows: readonly (readonly string[])[], options: ColumnOptions): Generator<string> {
  const {width, indent = '  ', right = []} = options
  const sizes = columnSizes(rows, Math.floor(width / 2))
  for (const [first = '', ...rest] of rows) {
    const last = rest.pop()
    const own = stringWidth(first) > (sizes[0] ?? 0)
    if (own) yield* hanging(indent, first, width)
    const cells = [own ? '' : first, ...rest].map((cell, at) => pad(cell, sizes[at] ?? 0, sideOf(at, right)))
    const prefix = indent + cells.map((cell) => `${cell}  `).join('')
    const room = right.includes(rest.length + 1) ? (sizes[rest.length + 1] ?? 0) - stringWidth(last ?? '') : 0
    yield* hanging(prefix + ' '.repeat(Math.max(0, room)), last ?? '', width)
  }
}

function columnSizes(rows: readonly (readonly string[])[], firstAtMost: number): readonly number[] {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({length: count}, (_, at) => {
    const cells = rows.map((row) => row[at] ?? '')
    return widest(at === 0 ? cells.filter((cell) => stringWidth(cell) <= firstAtMost) : cells)
  })
}

function sideOf(at: number, right: readonly number[]): 'left' | 'right' {
  return right.includes(at) ? 'right' : 'left'
}
