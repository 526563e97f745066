import type {Node} from 'web-tree-sitter'

import {deepest, literalText, partOfType, partsOf, spanOf} from './native-syntax.ts'
import type {Path, PositionNode, Step, Thing} from './position-tree.ts'

/** What an expression holds that a path can lead to. */
type Inside = Omit<PositionNode, 'thing'>

const nothing: Inside = {children: new Map()}

/** The way from the file to a value, and where to note what is found in it. */
export interface Way {
  readonly path: Path
  readonly found: Thing[]
  /** See `Thing`. */
  readonly overridable?: boolean
}

/** Functions whose result has the keys of their argument. */
const transparent: ReadonlySet<string> = new Set(['jsonencode', 'nonsensitive', 'sensitive', 'tolist', 'tomap'])

/** Finds the keys and elements of constructors, by the path that leads to them in the value. */
export function insideOf(expression: Node, way: Way): Inside {
  const part = onlyPart(expression)
  if (!part || way.path.length > deepest) return nothing
  switch (part.type) {
    case 'tuple':
      return insideTuple(part, way)
    case 'object':
      return insideObject(part, way)
    case 'for_expr':
      return insideFor(part, way)
    case 'conditional':
      return insideConditional(part, way)
    case 'function_call':
      return insideCall(part, way)
    default:
      return nothing
  }
}

/** Without parentheses. Where an index or an attribute follows, what is inside is not what the value has. */
function onlyPart(expression: Node): Node | undefined {
  let node: Node | undefined = expression
  while (node && (node.type === 'expression' || node.type === 'collection_value')) {
    const parts = partsOf(node)
    node = parts.length === 1 ? parts[0] : undefined
  }
  return node
}

function insideObject(object: Node, way: Way): Inside {
  const children = new Map<Step, PositionNode>()
  for (const element of elementsOf(object)) {
    const {key, value, name} = element
    if (!key || !value || name === undefined) continue
    const path = [...way.path, name]
    const spans = {name: spanOf(key), range: spanOf(element.node), value: spanOf(value)}
    const thing: Thing = {kind: 'key', path, ...spans, ...(way.overridable ? {overridable: true} : {})}
    way.found.push(thing)
    children.set(name, {thing, ...insideOf(value, {path, found: way.found})})
  }
  return {children}
}

function elementsOf(object: Node) {
  const elements = partsOf(object).filter(({type}) => type === 'object_elem')
  return elements.map((node) => {
    const key = node.childForFieldName('key')
    return {node, key, value: node.childForFieldName('val'), name: key ? nameOf(key) : undefined}
  })
}

/** `Owner`, `"Owner"`; computed keys (`(var.key)`, `"${var.key}"`) have no name. */
function nameOf(key: Node): string | undefined {
  const [part, ...more] = key.children.filter(({type}) => type !== 'comment')
  if (!part || more.length > 0) return undefined
  if (part.type === 'variable_expr') return part.text
  if (part.type !== 'literal_value') return undefined
  const quoted = partOfType(part, 'string_lit')
  return quoted ? literalText(quoted) : part.text
}

function insideTuple(tuple: Node, {path, found}: Way): Inside {
  const elements = partsOf(tuple).filter(({type}) => type === 'expression')
  const nodes = elements.map((element, index): PositionNode => {
    const span = spanOf(element)
    const thing: Thing = {kind: 'element', path: [...path, index], name: span, range: span, value: span}
    found.push(thing)
    return {thing, ...insideOf(element, {path: thing.path, found})}
  })
  return {children: new Map(nodes.entries())}
}

function insideFor(expression: Node, {path, found}: Way): Inside {
  const [kind] = partsOf(expression)
  const value = kind && partsOf(kind).findLast(({type}) => type === 'expression')
  if (!kind || !value || partOfType(kind, 'ellipsis')) return nothing
  const every = insideOf(value, {path: [...path, '*'], found})
  return {children: new Map(), ...(kind.type === 'for_object_expr' ? {everyKey: every} : {everyElement: every})}
}

/** What only one branch has is where it comes from; what both have may come from either. */
function insideConditional(conditional: Node, way: Way): Inside {
  const [, yes, no] = partsOf(conditional)
  const one = yes ? insideOf(yes, way) : nothing
  const other = no ? insideOf(no, way) : nothing
  const isSure = ([step]: [Step, PositionNode]) => !(one.children.has(step) && other.children.has(step))
  return {children: new Map([...one.children, ...other.children].filter(isSure))}
}

function insideCall(call: Node, way: Way): Inside {
  const name = partOfType(call, 'identifier')?.text ?? ''
  const list = partOfType(call, 'function_arguments')
  const args = list ? partsOf(list) : []
  if (name === 'merge') return insideMerge(args, way)
  const [first] = args
  return first && transparent.has(name) ? insideOf(first, way) : nothing
}

/** The last argument that has a key gives its value. */
function insideMerge(args: readonly Node[], {path, found}: Way): Inside {
  const lastUnread = args.findLastIndex((argument) => !isReadable(argument))
  const parts = args.map((argument, index) => insideOf(argument, {path, found, overridable: index < lastUnread}))
  return {children: new Map(parts.flatMap(({children}) => [...children]))}
}

/** All keys are here to be seen. */
function isReadable(argument: Node): boolean {
  const part = onlyPart(argument)
  return part?.type === 'object' && elementsOf(part).every(({name}) => name !== undefined)
}
