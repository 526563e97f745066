import type {Node} from 'web-tree-sitter'

import {attributeNamed, blocksNamed, isHeader, partsOf, unwrapped, valueOf} from '../hcl/syntax.ts'

/** A key on the way to a value, or the number of an element. */
export type Step = string | number

/** All blocks at the top of a file. */
export function blocksIn(root: Node): readonly Node[] {
  const body = root.namedChildren.find(({type}) => type === 'body')
  return body ? partsOf(body).filter(({type}) => type === 'block') : []
}

/** The one block with that type and those labels. */
export function blockAt(root: Node, header: readonly string[]): Node | undefined {
  const [block, ...more] = blocksIn(root).filter((one) => isHeader(one, header))
  return more.length === 0 ? block : undefined
}

/**
 * The expression that sets an attribute, by its path in Terraform's terms: `metadata_options.http_tokens`,
 * `ebs_block_device[1].volume_size`, `tags["cost-center"]`.
 *
 * @returns `several` where the path does not say which block, undefined where nothing sets it
 */
export function valueAtPath(block: Node, path: readonly Step[]): Node | 'several' | undefined {
  const [name, ...rest] = path
  if (typeof name !== 'string') return undefined
  const attribute = attributeNamed(block, name)
  const value = attribute && valueOf(attribute)
  if (value) return rest.length === 0 ? value : inObject(value, rest)
  const nested = blocksNamed(block, name)
  if (nested.length === 0 || rest.length === 0) return undefined
  const [index, ...others] = rest
  if (typeof index !== 'number') return nested[0] && nested.length === 1 ? valueAtPath(nested[0], rest) : 'several'
  const chosen = nested[index]
  // The order of blocks in a state is that of the code for lists alone: where there is one, there is no doubt.
  return nested.length === 1 && chosen ? valueAtPath(chosen, others) : 'several'
}

function inObject(value: Node, [key, ...rest]: readonly Step[]): Node | undefined {
  const inner = key === undefined ? undefined : memberOf(unwrapped(value), key)
  return inner && rest.length > 0 ? inObject(inner, rest) : inner
}

/** The value of the only element of an object that has this key. */
export function memberOf(object: Node, key: Step): Node | undefined {
  if (object.type !== 'object') return undefined
  const elements = partsOf(object).filter(({type}) => type === 'object_elem')
  const [found, ...more] = elements.filter((element) => keyOf(element) === String(key))
  return found && more.length === 0 ? (found.childForFieldName('val') ?? undefined) : undefined
}

/** A key in quotes or bare; one in parentheses, or with anything to work out, is none. */
function keyOf(element: Node): string | undefined {
  const text = element.childForFieldName('key')?.text.trim() ?? ''
  return /^"([^"\\$%]*)"$/.exec(text)?.[1] ?? (/^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(text) ? text : undefined)
}
