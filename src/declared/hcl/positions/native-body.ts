import {type BlockGroup, GrowingNode} from './growing-node.ts'
import type {AttributeItem, BlockItem, Item} from './native-items.ts'
import {deepest, partOfType, partsOf, spanOf} from './native-syntax.ts'
import {insideOf} from './native-value.ts'
import type {Path, Thing} from './position-tree.ts'
import type {Span} from './text-places.ts'

/** Adds the attributes and blocks of a body to the node that holds it. */
export function readItems(items: readonly Item[], holder: GrowingNode, path: Path, found: Thing[]): void {
  if (path.length > deepest) return
  for (const item of items) {
    if (item.kind === 'attribute') readAttribute(item, holder, path, found)
    else readBlock(item, holder, path, found)
  }
}

function readAttribute({node}: AttributeItem, holder: GrowingNode, path: Path, found: Thing[]): void {
  const name = partOfType(node, 'identifier')
  if (!name) return
  const value = partsOf(node).findLast(({type}) => type === 'expression')
  const spans = {name: spanOf(name), range: spanOf(node), ...(value ? {value: spanOf(value)} : {})}
  const thing: Thing = {kind: 'attribute', path: [...path, name.text], ...spans}
  found.push(thing)
  const inside = value ? insideOf(value, {path: thing.path, found}) : {children: new Map()}
  holder.children.set(name.text, {thing, ...inside})
}

function readBlock(block: BlockItem, holder: GrowingNode, path: Path, found: Thing[]): void {
  const group = holder.below([block.type, ...block.labels])
  const groupPath = [...path, block.type, ...block.labels]
  const blockPath = path.length === 0 && group.size === 0 ? groupPath : [...groupPath, group.size]
  const node = noted({kind: 'block', path: blockPath, name: block.header, range: block.range}, found)
  group.add(node)
  const [made] = block.labels
  if (block.type !== 'dynamic' || made === undefined) return readItems(block.items(), node, blockPath, found)
  const [content, settings] = contentApart(block)
  readItems(settings, node, blockPath, found)
  readContent(content, {path: [...path, made], name: block.header, group: holder.below([made])}, found)
}

/** `content` of a `dynamic` block, and the rest. Without any, there are blocks all the same. */
function contentApart(dynamic: BlockItem): [BlockItem, Item[]] {
  const items = dynamic.items()
  const content = items.find((item): item is BlockItem => item.kind === 'block' && item.type === 'content')
  return [content ?? {...dynamic, items: () => []}, items.filter((item) => item !== content)]
}

interface Made {
  readonly path: Path
  readonly name: Span
  readonly group: BlockGroup
}

/** What each of the blocks has that a `dynamic` block makes. */
function readContent({range, items}: BlockItem, {path, name, group}: Made, found: Thing[]): void {
  const blockPath = [...path, group.size]
  const node = noted({kind: 'block', path: blockPath, name, range}, found)
  readItems(items(), node, blockPath, found)
  group.addMany(node)
}

function noted(thing: Thing, found: Thing[]): GrowingNode {
  found.push(thing)
  return new GrowingNode(thing)
}
