import type {Node} from 'web-tree-sitter'

import {addedToBody} from './body-edits.ts'
import type {Layout} from './layout.ts'
import {quoted} from './literal.ts'
import {attributeNamed, blocksNamed, partsOf, unwrapped, valueOf} from './syntax.ts'
import type {TagSet} from '../../model/tag-fix.ts'
import {insertion, type TextEdit} from './text-edit.ts'

/**
 * Puts tags into an Auto Scaling group, which has a block, or an element of a list, for each of them. New ones reach the instances
 * that the group launches: they are what costs money.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/autoscaling_group#tag
 */
export function groupTagEdits(block: Node, sets: readonly TagSet[], layout: Layout): readonly TextEdit[] | undefined {
  const list = attributeNamed(block, 'tags')
  const value = list && valueOf(list)
  if (value) return sets.every(isNew) ? listEdits(value, sets, layout) : undefined
  const blocks = blocksNamed(block, 'tag')
  const edits: TextEdit[] = []
  for (const set of sets.filter((one) => !isNew(one))) {
    const edit = changed(blocks, set)
    if (!edit) return undefined
    edits.push(edit)
  }
  const fresh = sets.filter(isNew)
  return fresh.length === 0 ? edits : [...edits, addition(block, blocks, fresh, layout)]
}

function isNew({renames, overwrites}: TagSet): boolean {
  return renames === undefined && !overwrites
}

/** The argument that says the key, or the value, of the block that has it. */
function changed(blocks: readonly Node[], {key, value, renames}: TagSet): TextEdit | undefined {
  const found = blocks.find((block) => argument(block, 'key')?.text === quoted(renames ?? key))
  const node = found && argument(found, renames === undefined ? 'value' : 'key')
  return node && {start: node.startIndex, end: node.endIndex, text: quoted(renames === undefined ? value : key)}
}

function argument(block: Node, name: string): Node | undefined {
  const attribute = attributeNamed(block, name)
  return attribute && valueOf(attribute)
}

function addition(block: Node, blocks: readonly Node[], sets: readonly TagSet[], layout: Layout): TextEdit {
  const lines = (indent: string) =>
    sets.flatMap((set, index) => [...(index === 0 ? [] : ['']), ...blockLines(set, indent, layout)])
  const last = blocks.at(-1)
  if (!last) return addedToBody(block, lines, layout)
  const indent = layout.indentAt(last.startIndex)
  return insertion(layout.lineEnd(last.endIndex), ['', '', ...lines(indent)].join(layout.newline))
}

function blockLines({key, value}: TagSet, indent: string, layout: Layout): readonly string[] {
  return [
    `${indent}tag {`,
    `${indent}${layout.unit}key                 = ${quoted(key)}`,
    `${indent}${layout.unit}value               = ${quoted(value)}`,
    `${indent}${layout.unit}propagate_at_launch = true`,
    `${indent}}`,
  ]
}

function listEdits(value: Node, sets: readonly TagSet[], layout: Layout): readonly TextEdit[] {
  const node = unwrapped(value)
  const elements = sets.map(
    ({key, value: text}) => `{ key = ${quoted(key)}, value = ${quoted(text)}, propagate_at_launch = true }`,
  )
  if (node.type !== 'tuple') {
    const added = `, [${elements.join(', ')}])`
    return [insertion(value.startIndex, 'concat('), insertion(value.endIndex, added)]
  }
  const last = partsOf(node).findLast(({type}) => type === 'expression')
  if (!last) return [insertion(node.startIndex + 1, elements.join(', '))]
  const comma = node.children.findLast(({type, startIndex}) => type === ',' && startIndex >= last.endIndex)
  if (layout.isOneLine(last.startIndex, node.endIndex) || !layout.beginsLine(node.endIndex - 1)) {
    return [
      insertion(comma?.endIndex ?? last.endIndex, `${comma ? '' : ','} ${elements.join(', ')}${comma ? ',' : ''}`),
    ]
  }
  const indent = layout.indentAt(last.startIndex)
  const text = elements.map((element) => `${layout.newline}${indent}${element}`).join(',')
  return comma ? [insertion(comma.endIndex, `${text},`)] : [insertion(last.endIndex, `,${text}`)]
}
