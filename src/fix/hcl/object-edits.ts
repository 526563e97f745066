import type {Node} from 'web-tree-sitter'

import type {Layout} from './layout.ts'
import {keyText, quoted} from './literal.ts'
import {partsOf, unwrapped} from './syntax.ts'
import type {TagSet} from '../../model/tag-fix.ts'
import {insertion, type TextEdit} from './text-edit.ts'

interface Element {
  readonly node: Node
  readonly key: Node
  readonly value: Node
  /** Absent where it is computed. */
  readonly name?: string
  readonly separator: string
}

/** Puts tags into an object constructor: keys that are there are renamed or get another value, others are added at the end. */
export function objectEdits(object: Node, sets: readonly TagSet[], layout: Layout): readonly TextEdit[] {
  const elements = elementsOf(object)
  const edits: TextEdit[] = []
  const fresh: TagSet[] = []
  for (const set of sets) {
    const present = elements.findLast(({name}) => name === (set.renames ?? set.key))
    if (!present) fresh.push(set)
    else if (set.renames === undefined)
      edits.push({start: present.value.startIndex, end: present.value.endIndex, text: quoted(set.value)})
    else edits.push(...renameEdits(present, set.key, elements, layout))
  }
  return [...edits, ...additionEdits(object, elements, fresh, layout)]
}

export function hasKey(object: Node, key: string): boolean {
  return elementsOf(object).some(({name}) => name === key)
}

function elementsOf(object: Node): readonly Element[] {
  return partsOf(object).flatMap((node) => {
    const [key, value] = [node.childForFieldName('key'), node.childForFieldName('val')]
    if (node.type !== 'object_elem' || !key || !value) return []
    const separator = node.children.find(({type}) => type === '=' || type === ':')?.type ?? '='
    const name = nameOf(key)
    return [{node, key, value, separator, ...(name === undefined ? {} : {name})}]
  })
}

function nameOf(key: Node): string | undefined {
  const part = unwrapped(key)
  if (part.type === 'variable_expr') return part.text
  if (part.type !== 'string_lit' || part.namedChildren.some(({type}) => type === 'template_interpolation'))
    return undefined
  return part.text.slice(1, -1)
}

/** The sign of assignment stays in its column, as far as there is room; where there is not, all of its neighbours move with it. */
function renameEdits(element: Element, key: string, elements: readonly Element[], layout: Layout): readonly TextEdit[] {
  const old = element.key.text
  const text = keyText(key, old.startsWith('"'))
  const start = element.key.startIndex
  const edit = {start, end: element.key.endIndex, text}
  if (element.separator !== '=' || !layout.beginsLine(start)) return [edit]
  const chain = chainOf(element, elements, layout)
  const widthOf = (one: Element) => (one === element ? text : one.key.text).length
  const isAligned = chain.every(
    (one) => paddingOf(one, layout) === Math.max(...chain.map(keyWidth)) - keyWidth(one) + 1,
  )
  if (!isAligned) return [edit]
  const widest = Math.max(...chain.map(widthOf))
  return [edit, ...chain.flatMap((one) => paddingEdit(one, widest - widthOf(one) + 1, layout))]
}

function keyWidth({key}: Element): number {
  return key.text.length
}

function paddingOf({key}: Element, {text}: Layout): number {
  return /^ */.exec(text.slice(key.endIndex))?.[0].length ?? 0
}

function paddingEdit(element: Element, wanted: number, layout: Layout): readonly TextEdit[] {
  const padding = paddingOf(element, layout)
  const start = element.key.endIndex
  return padding === wanted ? [] : [{start, end: start + padding, text: ' '.repeat(wanted)}]
}

/** The elements around one that `terraform fmt` aligns with it: on lines that follow each other, each on one line. */
function chainOf(element: Element, elements: readonly Element[], layout: Layout): readonly Element[] {
  const single = elements.filter(isAssignment(layout))
  const at = single.indexOf(element)
  if (at === -1) return [element]
  let [first, last] = [at, at]
  while (first > 0 && follows(single[first - 1], single[first])) first--
  while (last < single.length - 1 && follows(single[last], single[last + 1])) last++
  return single.slice(first, last + 1)
}

function isAssignment(layout: Layout): (element: Element) => boolean {
  return ({node, separator}) =>
    separator === '=' && node.startPosition.row === node.endPosition.row && layout.beginsLine(node.startIndex)
}

function follows(one: Element | undefined, other: Element | undefined): boolean {
  return one !== undefined && other !== undefined && one.node.endPosition.row + 1 === other.node.startPosition.row
}

function additionEdits(
  object: Node,
  elements: readonly Element[],
  sets: readonly TagSet[],
  layout: Layout,
): readonly TextEdit[] {
  if (sets.length === 0) return []
  const last = elements.at(-1)
  const quoteAll = elements.length > 0 && elements.every(({key}) => key.text.startsWith('"'))
  if (!last) return [emptyEdit(object, sets, layout)]
  const closing = object.endIndex - 1
  const comma = commaAfter(last.node)
  if (!layout.beginsLine(closing)) {
    const pairs = sets.map(({key, value}) => `${keyText(key, quoteAll)} ${last.separator} ${quoted(value)}`).join(', ')
    const end = comma?.endIndex ?? last.node.endIndex
    return [insertion(end, comma ? ` ${pairs},` : `, ${pairs}`)]
  }
  const hasCommas = comma !== undefined
  const end = layout.lineEnd(afterComments(object, comma?.endIndex ?? last.node.endIndex, layout))
  const indent = indentOf(elements, layout) ?? `${layout.indentAt(closing)}${layout.unit}`
  const before = last.separator === '=' ? chainOf(last, elements, layout) : []
  return [insertion(end, newLines(sets, {indent, quoteAll, hasCommas, last, before}, layout))]
}

interface Style {
  readonly indent: string
  readonly quoteAll: boolean
  readonly hasCommas: boolean
  readonly last: Element
  /** What `terraform fmt` would align new lines with. */
  readonly before: readonly Element[]
}

/** Wider keys than those above would move their signs of assignment: an empty line parts what is not touched from what is new. */
function newLines(sets: readonly TagSet[], {indent, quoteAll, hasCommas, last, before}: Style, layout: Layout): string {
  const keys = sets.map(({key}) => keyText(key, quoteAll))
  const isChained = last.separator === '=' && before.includes(last) && isAssignment(layout)(last)
  const column = isChained ? keyWidth(last) + paddingOf(last, layout) : 0
  const own = Math.max(...keys.map((key) => key.length))
  const fits = isChained && own < column
  const width = fits ? column - 1 : own
  const lines = sets.map(({value}, index) => {
    const key = keys[index] ?? ''
    const left = last.separator === '=' ? key.padEnd(width) : key
    const sign = last.separator === '=' ? ' =' : paddingOf(last, layout) > 0 ? ' :' : ':'
    return `${layout.newline}${indent}${left}${sign} ${quoted(value)}${hasCommas ? ',' : ''}`
  })
  return `${isChained && !fits ? layout.newline : ''}${lines.join('')}`
}

/** An object of one line stays one. */
function emptyEdit(object: Node, sets: readonly TagSet[], layout: Layout): TextEdit {
  const inside = {start: object.startIndex + 1, end: object.endIndex - 1}
  if (layout.isOneLine(object.startIndex, object.endIndex)) {
    const pairs = sets.map(({key, value}) => `${keyText(key, false)} = ${quoted(value)}`).join(', ')
    return {...inside, text: ` ${pairs} `}
  }
  // Comments may stand inside: new lines go below them.
  const indent = `${layout.indentAt(inside.end)}${layout.unit}`
  const width = Math.max(...sets.map(({key}) => keyText(key, false).length))
  const lines = sets.map(
    ({key, value}) => `${indent}${keyText(key, false).padEnd(width)} = ${quoted(value)}${layout.newline}`,
  )
  return insertion(layout.lineStart(inside.end), lines.join(''))
}

function commaAfter(node: Node): Node | undefined {
  let next = node.nextSibling
  while (next?.type === 'comment') next = next.nextSibling
  return next?.type === ',' ? next : undefined
}

/** The end of the comments that begin on the line of an offset. */
function afterComments(object: Node, offset: number, layout: Layout): number {
  const end = layout.lineEnd(offset)
  const comments = object.namedChildren.filter(
    ({type, startIndex}) => type === 'comment' && startIndex >= offset && startIndex <= end,
  )
  // A comment that a sign begins has the end of its line in it.
  return Math.max(offset, ...comments.map(({startIndex, text}) => startIndex + text.trimEnd().length))
}

function indentOf(elements: readonly Element[], layout: Layout): string | undefined {
  const first = elements.find(({node}) => layout.beginsLine(node.startIndex))
  return first && layout.indentAt(first.node.startIndex)
}
