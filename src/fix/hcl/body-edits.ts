import type {Node} from 'web-tree-sitter'

import {expressionEdits} from './expression-edits.ts'
import {unwrapped} from './syntax.ts'
import type {Layout} from './layout.ts'
import {isIdentifier, keyText, quoted} from './literal.ts'
import {attributeNamed, blocksNamed, itemsOf, valueOf} from './syntax.ts'
import type {TagSet} from '../../model/tag-fix.ts'
import {insertion, type TextEdit} from './text-edit.ts'

/** Puts tags into the argument `tags` of a block, which is added where there is none. */
export function tagEdits(block: Node, sets: readonly TagSet[], layout: Layout): readonly TextEdit[] | undefined {
  const attribute = attributeNamed(block, 'tags')
  const value = attribute && valueOf(attribute)
  if (value) return isNull(value) ? [replaced(value, sets, layout)] : expressionEdits(value, sets, layout)
  const [old] = blocksNamed(block, 'tags')
  if (old) return oldBlockEdits(old, sets, layout)
  return [addedToBody(block, tagsLines(sets, layout), layout)]
}

function isNull(value: Node): boolean {
  return unwrapped(value).type === 'null_lit'
}

function replaced(value: Node, sets: readonly TagSet[], layout: Layout): TextEdit {
  return {
    start: value.startIndex,
    end: value.endIndex,
    text: tagsObject(sets, layout.indentAt(value.startIndex), layout),
  }
}

/** Up to Terraform 0.11 tags were written as a block, too. Its names are identifiers. */
function oldBlockEdits(block: Node, sets: readonly TagSet[], layout: Layout): readonly TextEdit[] | undefined {
  if (!sets.every(({key, renames, overwrites}) => isIdentifier(key) && renames === undefined && !overwrites))
    return undefined
  return [
    addedToBody(block, (indent) => sets.map(({key, value}) => `${indent}${key} = ${quoted(value)}`), layout, true),
  ]
}

/** Lines of something that is added to a body, given its indentation. */
export type Lines = (indent: string) => readonly string[]

/** The argument `tags`, with an object of its own. */
export function tagsLines(sets: readonly TagSet[], layout: Layout): Lines {
  return (indent) => `${indent}tags = ${tagsObject(sets, indent, layout)}`.split(layout.newline)
}

function tagsObject(sets: readonly TagSet[], indent: string, layout: Layout): string {
  const keys = sets.map(({key}) => keyText(key, false))
  const width = Math.max(...keys.map((key) => key.length))
  const lines = sets.map(
    ({value}, index) => `${indent}${layout.unit}${(keys[index] ?? '').padEnd(width)} = ${quoted(value)}`,
  )
  return ['{', ...lines, `${indent}}`].join(layout.newline)
}

/** After the arguments of a block, and before the blocks in it. A one-line block is taken apart. */
export function addedToBody(block: Node, lines: Lines, layout: Layout, close = false): TextEdit {
  const open = block.namedChildren.find(({type}) => type === 'block_start')
  const end = block.namedChildren.find(({type}) => type === 'block_end')
  const [from, to] = [open?.endIndex ?? block.endIndex, end?.startIndex ?? block.endIndex]
  const outer = layout.indentAt(block.startIndex)
  const items = itemsOf(block)
  if (layout.isOneLine(from, to)) {
    const inside = layout.text.slice(from, to).trim()
    const indent = `${outer}${layout.unit}`
    const before = inside === '' ? [] : [`${indent}${inside}`, ...(close ? [] : [''])]
    return {
      start: from,
      end: to,
      text: [...['', ...before, ...lines(indent)].map((line) => line), outer].join(layout.newline),
    }
  }
  const first = items.find(({startIndex}) => layout.beginsLine(startIndex))
  const indent = first ? layout.indentAt(first.startIndex) : `${outer}${layout.unit}`
  const after = lastArgument(items)
  const at = layout.lineEnd(after ? endOf(after, block, layout) : from)
  const isApart = after !== undefined && !close
  const isFirst = after === undefined && items.length > 0
  return insertion(at, ['', ...(isApart ? [''] : []), ...lines(indent), ...(isFirst ? [''] : [])].join(layout.newline))
}

const meta: ReadonlySet<string> = new Set(['depends_on'])

/** The last argument that is not followed by another on the next line: those are aligned with each other. */
function lastArgument(items: readonly Node[]): Node | undefined {
  const attributes = items.filter(({type}) => type === 'attribute')
  const index = attributes.findLastIndex((item) => !meta.has(item.firstNamedChild?.text ?? ''))
  let last = attributes[Math.max(index, 0)]
  for (const next of attributes.slice(Math.max(index, 0) + 1)) {
    if (!last || next.startPosition.row !== last.endPosition.row + 1) break
    last = next
  }
  return last
}

/** With a comment behind it. */
function endOf(item: Node, block: Node, layout: Layout): number {
  const end = layout.lineEnd(item.endIndex)
  const isBehind = ({type, startIndex}: Node) => type === 'comment' && startIndex >= item.endIndex && startIndex <= end
  const comments = block.descendantsOfType('comment').filter((node) => node !== null && isBehind(node))
  return Math.max(item.endIndex, ...comments.map((node) => node.startIndex + node.text.trimEnd().length))
}
