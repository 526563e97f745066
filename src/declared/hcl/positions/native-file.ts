import type {Node, Parser} from 'web-tree-sitter'

import type {FileTree} from './file-tree.ts'
import {GrowingNode} from './growing-node.ts'
import {readItems} from './native-body.ts'
import {commentsAt} from './native-comments.ts'
import {itemsOf} from './native-items.ts'
import {withSyntax} from './native-parts.ts'
import {spanOf} from './native-syntax.ts'
import type {Thing} from './position-tree.ts'

/** The parser recovers from errors: around them, everything is found. */
export function readNative(text: string, parser: Parser): FileTree {
  const root = new GrowingNode()
  const found: Thing[] = []
  const parts = withSyntax(text, parser, (part) => {
    readItems(itemsOf([part]), root, [], found)
    return {comments: part.descendantsOfType('comment').map(spanOf), errors: errorsIn(part)}
  })
  const things = found.toSorted((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
  const comments = parts.flatMap((part) => part.comments)
  return {root, things, comments: commentsAt(comments, things, text), errors: parts.flatMap(({errors}) => errors)}
}

function errorsIn(root: Node): number[] {
  const errors: number[] = []
  const waiting = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.isError || node.isMissing) errors.push(node.startIndex)
    if (node.hasError) waiting.push(...node.children)
  }
  return [...new Set(errors)].toSorted((a, b) => a - b)
}
