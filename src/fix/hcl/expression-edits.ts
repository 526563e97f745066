import type {Node} from 'web-tree-sitter'

import type {TagSet} from '../../model/tag-fix.ts'
import type {Layout} from './layout.ts'
import {keyText, quoted} from './literal.ts'
import {hasKey, objectEdits} from './object-edits.ts'
import {partsOf, unwrapped} from './syntax.ts'
import {insertion, type TextEdit} from './text-edit.ts'

/**
 * Puts tags into the expression of a map of tags, whatever it is: an object, a call of `merge`, or anything that `merge` can take. A new
 * key goes in front, where it gives way to what another caller of the module may bring; only what is to overwrite goes last.
 */
export function expressionEdits(expression: Node, sets: readonly TagSet[], layout: Layout): readonly TextEdit[] {
  const node = unwrapped(expression)
  if (node.type === 'object') return objectEdits(node, sets, layout)
  const call = node.type === 'function_call' && partsOf(node)[0]?.text === 'merge' ? node : undefined
  const list = call && partsOf(call).find(({type}) => type === 'function_arguments')
  const args = list ? partsOf(list) : []
  if (list && args.length > 0 && args.every(({type}) => type === 'expression'))
    return mergeEdits(list, args, sets, layout)
  const [before, after] = [sets.filter(givesWay), sets.filter((set) => !givesWay(set))]
  return [
    insertion(expression.startIndex, `merge(${before.length > 0 ? `${objectText(before)}, ` : ''}`),
    insertion(expression.endIndex, `${after.length > 0 ? `, ${objectText(after)}` : ''})`),
  ]
}

function givesWay({overwrites, renames}: TagSet): boolean {
  return !overwrites && renames === undefined
}

/** A key that stands in an argument is changed there; others go into the first or the last one, where that is an object. */
function mergeEdits(list: Node, args: readonly Node[], sets: readonly TagSet[], layout: Layout): readonly TextEdit[] {
  const objects = args.map(unwrapped).filter(({type}) => type === 'object')
  const holderOf = ({key, renames}: TagSet) => objects.findLast((object) => hasKey(object, renames ?? key))
  const byObject = Map.groupBy(sets, holderOf)
  const rest = byObject.get(undefined) ?? []
  const [first, last] = [args[0], args.at(-1)].map((arg) => (arg ? unwrapped(arg) : undefined))
  const [before, after] = [rest.filter(givesWay), rest.filter((set) => !givesWay(set))]
  const edits = objects.flatMap((object) => {
    const own = byObject.get(object) ?? []
    const more = [...(object.id === first?.id ? before : []), ...(object.id === last?.id ? after : [])]
    return own.length + more.length === 0 ? [] : objectEdits(object, [...own, ...more], layout)
  })
  if (before.length > 0 && first?.type !== 'object') edits.push(...firstArgument(list, before, layout))
  if (after.length > 0 && last?.type !== 'object') edits.push(...lastArgument(list, after, layout))
  return edits
}

/** One more argument in front, on a line of its own where the first one has one. */
function firstArgument(list: Node, sets: readonly TagSet[], layout: Layout): readonly TextEdit[] {
  const at = list.startIndex
  const gap = layout.beginsLine(at) ? `${layout.newline}${layout.indentAt(at)}` : ' '
  return [insertion(at, `${objectText(sets)},${gap}`)]
}

function lastArgument(list: Node, sets: readonly TagSet[], layout: Layout): readonly TextEdit[] {
  const last = partsOf(list).at(-1) ?? list
  const comma = list.children.findLast(({type, startIndex}) => type === ',' && startIndex >= last.endIndex)
  const closing = list.nextSibling
  const text = objectText(sets)
  const isSpread = layout.beginsLine(last.startIndex) && closing !== null && layout.beginsLine(closing.startIndex)
  if (!isSpread) return [insertion(comma?.endIndex ?? last.endIndex, `${comma ? '' : ','} ${text}${comma ? ',' : ''}`)]
  const line = `${layout.newline}${layout.indentAt(last.startIndex)}${text}${comma ? ',' : ''}`
  const end = endOfLine(list, comma?.endIndex ?? last.endIndex, layout)
  return [...(comma ? [] : [insertion(last.endIndex, ',')]), insertion(end, line)]
}

/** Behind a comment that stands there. */
function endOfLine(list: Node, offset: number, layout: Layout): number {
  const end = layout.lineEnd(offset)
  const siblings = [...list.children, ...(list.parent?.children ?? [])]
  const comment = siblings.find(({type, startIndex}) => type === 'comment' && startIndex >= offset && startIndex < end)
  return comment ? comment.startIndex + comment.text.trimEnd().length : offset
}

export function objectText(sets: readonly TagSet[]): string {
  return `{ ${sets.map(({key, value}) => `${keyText(key, false)} = ${quoted(value)}`).join(', ')} }`
}
