import type {Node} from 'web-tree-sitter'

/** Children that mean something: comments may stand anywhere. */
export function partsOf(node: Node): readonly Node[] {
  return node.namedChildren.filter(({type}) => type !== 'comment')
}

/** The expression itself, without the nodes that only wrap it; parentheses stay. */
export function unwrapped(expression: Node): Node {
  let node = expression
  while (node.type === 'expression' || node.type === 'collection_value' || node.type === 'literal_value') {
    const parts = partsOf(node)
    const [only] = parts
    if (!only || parts.length > 1 || node.startIndex !== only.startIndex || node.endIndex !== only.endIndex) break
    node = only
  }
  return node
}

/** What a block holds: attributes and blocks, in the order of the source. */
export function itemsOf(block: Node): readonly Node[] {
  const body = block.namedChildren.find(({type}) => type === 'body')
  return body ? partsOf(body) : []
}

export function attributeNamed(block: Node, name: string): Node | undefined {
  return itemsOf(block).find((item) => item.type === 'attribute' && item.firstNamedChild?.text === name)
}

export function blocksNamed(block: Node, ...header: readonly string[]): readonly Node[] {
  return itemsOf(block).filter((item) => item.type === 'block' && isHeader(item, header))
}

/** The value of an attribute. */
export function valueOf(attribute: Node): Node | undefined {
  return partsOf(attribute).findLast(({type}) => type === 'expression')
}

/** Type and labels of a block are these. */
export function isHeader(block: Node, header: readonly string[]): boolean {
  const names = headerOf(block)
  return names.length === header.length && names.every((name, index) => name === header[index])
}

function headerOf(block: Node): readonly string[] {
  const names: string[] = []
  for (const child of block.namedChildren) {
    if (child.type === 'block_start') break
    if (child.type === 'identifier') names.push(child.text)
    if (child.type === 'string_lit') names.push(child.text.slice(1, -1))
  }
  return names
}
