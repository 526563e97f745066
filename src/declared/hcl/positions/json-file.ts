import {isMap, isScalar, isSeq, type ParsedNode, parseDocument} from 'yaml'

import type {Comment, FileTree} from './file-tree.ts'
import type {Path, PositionNode, Step, Thing} from './position-tree.ts'
import type {Span} from './text-places.ts'

interface Found {
  readonly things: Thing[]
  readonly comments: Comment[]
}

/** JSON syntax, read as the YAML that it is: that parser knows positions and goes on after errors. */
export function readJson(text: string): FileTree {
  const document = parseDocument(text, {uniqueKeys: false, strict: false, logLevel: 'silent'})
  const found: Found = {things: [], comments: []}
  const root: PositionNode = {children: document.contents ? childrenOf(document.contents, [], found) : new Map()}
  const errors = document.errors.map(({pos}) => pos[0])
  return {root, ...found, errors: [...new Set(errors)].toSorted((a, b) => a - b)}
}

function childrenOf(node: ParsedNode, path: Path, found: Found): Map<Step, PositionNode> {
  if (isMap(node)) return keysOf(node, path, found)
  return isSeq(node) ? elementsOf(node, path, found) : new Map()
}

function keysOf(node: ParsedNode, path: Path, found: Found): Map<Step, PositionNode> {
  const children = new Map<Step, PositionNode>()
  if (!isMap<ParsedNode, ParsedNode | null>(node)) return children
  for (const {key, value} of node.items) {
    if (!isScalar(key)) continue
    const name = String(key.value)
    const range = {start: key.range[0], end: (value ?? key).range[1]}
    const own = {name: spanOf(key), range, ...(value ? {value: spanOf(value)} : {})}
    // https://developer.hashicorp.com/terraform/language/syntax/json#comment-properties
    if (name === '//') found.comments.push({text: isScalar(value) ? String(value.value) : '', range, about: path})
    else children.set(name, nodeOf({kind: 'key', path: [...path, name], ...own}, value, found))
  }
  return children
}

function elementsOf(node: ParsedNode, path: Path, found: Found): Map<Step, PositionNode> {
  if (!isSeq<ParsedNode>(node)) return new Map()
  const elements = node.items.map((item, index): [number, PositionNode] => {
    const span = spanOf(item)
    return [index, nodeOf({kind: 'element', path: [...path, index], name: span, range: span, value: span}, item, found)]
  })
  return new Map(elements)
}

function nodeOf(thing: Thing, value: ParsedNode | null, found: Found): PositionNode {
  found.things.push(thing)
  return {thing, children: value ? childrenOf(value, thing.path, found) : new Map()}
}

function spanOf({range}: ParsedNode): Span {
  return {start: range[0], end: range[1]}
}
