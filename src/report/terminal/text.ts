import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'

/** Pads to a number of columns, whatever colours and wide characters the text has. */
export function pad(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
  const spaces = ' '.repeat(Math.max(0, columns - stringWidth(text)))
  return align === 'left' ? text + spaces : spaces + text
}

export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, stringWidth(text)), 0)
}

/** Wraps text behind a prefix; further lines start in the column where the text did. */
export function* hanging(prefix: string, text: string, width: number): Generator<string> {
  const indent = stringWidth(prefix)
  const lines = wrapAnsi(text, Math.max(20, width - indent), {hard: true}).split('\n')
  for (const [at, line] of lines.entries()) yield `${at === 0 ? prefix : ' '.repeat(indent)}${line}`.trimEnd()
}

/** Parts with two spaces between them, on one line where they fit, else one below the other. */
export function* flow(indent: string, first: string, rest: readonly string[], width: number): Generator<string> {
  const parts = rest.filter((part) => part !== '')
  const line = indent + [first, ...parts].join('  ')
  if (stringWidth(line) <= width) {
    yield line
  } else {
    yield* hanging(indent, first, width)
    for (const part of parts) yield* hanging(`${indent}  `, part, width)
  }
}
