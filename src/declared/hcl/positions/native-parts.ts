import type {Node, Parser} from 'web-tree-sitter'

import type {Span} from './text-places.ts'

/**
 * Gives the syntax of a text to a reader: in one part, or, where there are errors, in one for each block on top of the file, as an
 * error in one of them often takes away those behind it. What is given is gone afterwards.
 */
export function withSyntax<T>(text: string, parser: Parser, read: (part: Node) => T): T[] {
  const ifSound = (root: Node) => (root.hasError ? [] : [read(root)])
  const whole = parsed({start: 0, end: text.length}, text, parser, ifSound)
  return whole.length > 0
    ? whole
    : topBlocks(text).flatMap((span) => parsed(span, text, parser, (part) => [read(part)]))
}

function parsed<T>({start, end}: Span, text: string, parser: Parser, read: (root: Node) => T[]): T[] {
  const range = {startIndex: start, endIndex: end, startPosition: firstPoint, endPosition: lastPoint}
  const tree = parser.parse(text, null, {includedRanges: [range]})
  if (!tree) return []
  try {
    return read(tree.rootNode)
  } finally {
    tree.delete()
  }
}

/** Offsets say enough: the parser only hands these on. */
const firstPoint = {row: 0, column: 0}
const lastPoint = {row: 0xff_ff_ff_ff, column: 0xff_ff_ff_ff}

/** Blocks on top of a file begin at the margin, and little else does. */
const topBlock = /^[A-Za-z_][\w-]*(?:[ \t]+(?:"[^"\n]*"|[\w-]+))*[ \t]*\{/gm

function topBlocks(text: string): Span[] {
  const starts = [...text.matchAll(topBlock)].map(({index}) => index)
  const cuts = [...new Set([0, ...starts]), text.length]
  return cuts.slice(0, -1).map((start, index) => ({start, end: cuts[index + 1] ?? text.length}))
}
