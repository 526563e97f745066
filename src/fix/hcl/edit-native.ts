import type {Node, Parser} from 'web-tree-sitter'

import {addedToBody, tagEdits, tagsLines} from './body-edits.ts'
import {groupTagEdits} from './group-edits.ts'
import {Layout} from './layout.ts'
import {attributeNamed, blocksNamed, isHeader, partsOf, valueOf} from './syntax.ts'
import type {TagSet, TagTarget} from '../../model/tag-fix.ts'
import {applyEdits, type TextEdit} from './text-edit.ts'
import {expressionEdits} from './expression-edits.ts'

/** The text with the tags in place; undefined where the block is not there, or cannot be edited without doubt. */
export function editNative(
  text: string,
  target: TagTarget,
  sets: readonly TagSet[],
  parser: Parser,
): string | undefined {
  const tree = parser.parse(text)
  if (!tree) return undefined
  try {
    if (tree.rootNode.hasError) return undefined
    const edits = editsFor(tree.rootNode, target, sets, new Layout(text))
    return edits && applyEdits(text, edits)
  } finally {
    tree.delete()
  }
}

function editsFor(
  root: Node,
  target: TagTarget,
  sets: readonly TagSet[],
  layout: Layout,
): readonly TextEdit[] | undefined {
  if (target.kind === 'provider') {
    const block = providerBlock(root, target)
    return block && defaultTagEdits(block, sets, layout)
  }
  const [block, ...more] = blocksIn(root).filter((one) => isHeader(one, ['resource', target.type, target.name]))
  if (!block || more.length > 0) return undefined
  return target.type === 'aws_autoscaling_group' ? groupTagEdits(block, sets, layout) : tagEdits(block, sets, layout)
}

function blocksIn(root: Node): readonly Node[] {
  const body = root.namedChildren.find(({type}) => type === 'body')
  return body ? partsOf(body).filter(({type}) => type === 'block') : []
}

function providerBlock(root: Node, {name, alias}: Extract<TagTarget, {readonly kind: 'provider'}>): Node | undefined {
  return blocksIn(root).find((block) => isHeader(block, ['provider', name]) && aliasOf(block) === alias)
}

function aliasOf(provider: Node): string | undefined {
  const attribute = attributeNamed(provider, 'alias')
  return attribute && valueOf(attribute)?.text.replaceAll('"', '')
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs#default_tags-configuration-block */
function defaultTagEdits(block: Node, sets: readonly TagSet[], layout: Layout): readonly TextEdit[] {
  const [defaults] = blocksNamed(block, 'default_tags')
  if (!defaults) {
    const lines = (indent: string) => defaultLines(sets, indent, layout)
    return [addedToBody(block, lines, layout)]
  }
  const attribute = attributeNamed(defaults, 'tags')
  const value = attribute && valueOf(attribute)
  if (value) return expressionEdits(value, sets, layout)
  return tagEdits(defaults, sets, layout) ?? []
}

function defaultLines(sets: readonly TagSet[], indent: string, layout: Layout): readonly string[] {
  return [`${indent}default_tags {`, ...tagsLines(sets, layout)(`${indent}${layout.unit}`), `${indent}}`]
}
