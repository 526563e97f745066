import type {Node} from 'web-tree-sitter'

import type {Span} from './text-places.ts'

/** Blocks nest some levels deep, expressions some dozen; beyond, nothing is looked for. */
export const deepest = 100

/** Children that mean something: comments may stand anywhere. */
export function partsOf(node: Node): Node[] {
  return node.namedChildren.filter(({type}) => type !== 'comment')
}

export function partOfType(node: Node, ...types: readonly string[]): Node | undefined {
  return partsOf(node).find(({type}) => types.includes(type))
}

export function spanOf({startIndex, endIndex}: Node): Span {
  return {start: startIndex, end: endIndex}
}

/** The text of `"..."` without templates. */
export function literalText(quoted: Node): string {
  return unescape(quoted.text.slice(1, -1))
}

const escapes: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\'}

/** https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences */
function unescape(text: string): string {
  const escape = /\\u([\da-f]{4})|\\U([\da-f]{8})|\\([nrt"\\])|([$%])\4\{/gi
  return text.replaceAll(escape, (whole, short?: string, long?: string, letter?: string, sign?: string) => {
    const codePoint = Number.parseInt(short ?? long ?? '', 16)
    if (codePoint <= 0x10_ff_ff) return String.fromCodePoint(codePoint)
    if (sign !== undefined) return `${sign}{`
    return (letter === undefined ? undefined : escapes[letter]) ?? whole
  })
}
