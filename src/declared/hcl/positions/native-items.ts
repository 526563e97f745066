import type {Node} from 'web-tree-sitter'

import {literalText, partsOf} from './native-syntax.ts'
import type {Span} from './text-places.ts'

/** What stands in a body. */
export type Item = AttributeItem | BlockItem

export interface AttributeItem {
  readonly kind: 'attribute'
  readonly node: Node
}

export interface BlockItem {
  readonly kind: 'block'
  readonly type: string
  readonly labels: readonly string[]
  readonly header: Span
  readonly range: Span
  /** Read when asked for, as blocks may nest deeper than anybody wants to know. */
  readonly items: () => Item[]
}

/**
 * Attributes and blocks in the order of the source. Where the parser met an error it leaves their parts in a row, whole ones among
 * them: a header and what follows it up to the closing brace, or the end, is a block all the same.
 */
export function itemsOf(nodes: readonly Node[]): Item[] {
  const parts = nodes.flatMap(flattened)
  const items: Item[] = []
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]
    if (part?.type === 'attribute') items.push({kind: 'attribute', node: part})
    if (part?.type === 'block') items.push(...itemsOf(partsOf(part)))
    if (part?.type !== 'block_start') continue
    const end = endOfBlock(parts, at)
    items.push(...blockOf(headerBefore(parts, at), parts.slice(at, end + 1)))
    at = end
  }
  return items
}

/** What holds the parts of a body, and what the parser puts around parts that it cannot fit in. */
const transparent: ReadonlySet<string> = new Set(['ERROR', 'body', 'config_file'])

function flattened(node: Node): Node[] {
  return transparent.has(node.type) ? partsOf(node).flatMap(flattened) : [node]
}

function endOfBlock(parts: readonly Node[], start: number): number {
  let depth = 0
  for (let at = start; at < parts.length; at++) {
    if (parts[at]?.type === 'block_start') depth++
    if (parts[at]?.type === 'block_end' && --depth === 0) return at
  }
  return parts.length - 1
}

/** A type and its labels stand on one line. */
function headerBefore(parts: readonly Node[], end: number): Node[] {
  let start = end
  while (isHeaderPart(parts[start - 1]) && isOnLineOf(parts[start - 1], parts[end])) start--
  const header = parts.slice(start, end)
  return header.slice(
    Math.max(
      header.findIndex(({type}) => type === 'identifier'),
      0,
    ),
  )
}

function isHeaderPart(node: Node | undefined): boolean {
  return node?.type === 'identifier' || node?.type === 'string_lit'
}

function isOnLineOf(one: Node | undefined, other: Node | undefined): boolean {
  return one?.startPosition.row === other?.startPosition.row
}

function blockOf([type, ...labels]: readonly Node[], [open, ...inside]: readonly Node[]): BlockItem[] {
  if (!type || !open) return []
  const [start, end] = [type.startIndex, (inside.at(-1) ?? open).endIndex]
  return [
    {
      kind: 'block',
      type: type.text,
      labels: labels.map((label) => (label.type === 'string_lit' ? literalText(label) : label.text)),
      header: {start, end: (labels.at(-1) ?? type).endIndex},
      range: {start, end},
      items: () => itemsOf(inside),
    },
  ]
}
