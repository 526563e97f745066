import stringWidth from 'fast-string-width'
import {wrapAnsi} from 'fast-wrap-ansi'

/** Pads to a number of columns, whatever colours and wide characters the text has. */
export function pad(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
  const spaces = ' '.repeat(Math.max(0, columns - stringWidth(text)))
  return align === 'left' ? text + spaces : spaces + text
}

export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, stringWidth(text)), 0)
}

/** A space at which `hanging` does not wrap. */
export const tie = '\u00A0'

/**
 * Wraps text behind a prefix; further lines start in the column where the text did. A prefix that leaves less than a third of the
 * width gets lines of its own.
 */
export function* hanging(prefix: string, text: string, width: number): Generator<string> {
  const indent = stringWidth(prefix)
  if (indent > width * 0.66 && indent + stringWidth(text) > width) {
    if (prefix.trim() !== '') yield* wrapped(prefix, width)
    yield* hanging(`${indentOf(prefix).slice(0, Math.floor(width / 3))}    `, text, width)
  } else {
    for (const [at, line] of lines(text, width - indent).entries()) {
      yield `${at === 0 ? prefix : ' '.repeat(indent)}${line}`.trimEnd()
    }
  }
}

/** A line as it is where it fits, else wrapped with its own indent. */
export function* wrapped(line: string, width: number): Generator<string> {
  if (stringWidth(line) <= width) yield line.trimEnd()
  else yield* hanging(indentOf(line), line.trimStart(), width)
}

function indentOf(line: string): string {
  return /^ */.exec(line)?.[0] ?? ''
}

function lines(text: string, width: number): readonly string[] {
  return wrapAnsi(text, width, {hard: true}).replaceAll(tie, ' ').split('\n')
}

/** Parts with two spaces between them, on one line where they fit, else one below the other. */
export function* flow(indent: string, first: string, rest: readonly string[], width: number): Generator<string> {
  const parts = rest.filter((part) => part !== '')
  const line = indent + [first, ...parts].join('  ')
  if (stringWidth(line) <= width) {
    yield line
  } else {
    yield* hanging(indent, first, width)
    yield* hanging(`${indent}  `, parts.join('  '), width)
  }
}
