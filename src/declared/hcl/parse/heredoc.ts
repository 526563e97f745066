import type {SyntaxNode} from './syntax-tree.ts'

interface Token {
  readonly node: SyntaxNode
  text: string
}

/**
 * The texts of a heredoc as the Go library makes them, line by line: first the strip markers eat white space, up to the end (or from
 * the start) of their line; then `<<-` takes the common indentation off each line. A line that follows a strip marker is none of
 * its own any more, and keeps its indentation. hcl2json gives the source instead, from which the first line alone has lost its
 * indentation. https://github.com/hashicorp/hcl/blob/main/hclsyntax/parser_template.go
 */
export function heredocTexts(template: SyntaxNode, source: Buffer, flush: boolean): ReadonlyMap<SyntaxNode, string> {
  const tokens = [...pieces(template)].flatMap((piece) => (piece ? tokensOf(piece, source, flush) : [undefined]))
  if (flush) removeIndent(tokens)
  const texts = new Map<SyntaxNode, string>()
  for (const token of tokens) {
    if (token) texts.set(token.node, (texts.get(token.node) ?? '') + token.text)
  }
  return texts
}

/** Literals in the order of the source, and undefined for whatever stands between them. */
function* pieces(template: SyntaxNode): Generator<SyntaxNode | undefined> {
  for (const child of template.children) {
    if (child.type === 'literalValue') {
      if (child.meta?.value) yield child
      continue
    }
    yield undefined
    for (const body of directiveBodies(child)) {
      yield* pieces(body)
      yield undefined
    }
  }
}

function directiveBodies(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.type === 'templateJoin') return (node.children[0]?.children ?? []).slice(-1)
  return node.type === 'conditional' && node.meta?.value?.startsWith('%{') ? node.children.slice(1) : []
}

function tokensOf(node: SyntaxNode, source: Buffer, flush: boolean): Token[] {
  const {start, end} = node.range
  const before = source.toString('utf8', source.lastIndexOf(0x0a, start.byte - 1) + 1, start.byte)
  const lost = flush && before.trim() === '' ? before : ''
  const lines = (lost + (node.meta?.value ?? '')).match(/[^\n]*\n|[^\n]+$/g) ?? []
  const tokens = lines.map((text) => ({node, text}))
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (first && before.endsWith('~}')) first.text = first.text.trimStart()
  if (last && /^[$%]\{~/.test(source.toString('latin1', end.byte, end.byte + 3))) last.text = last.text.trimEnd()
  return tokens
}

function removeIndent(tokens: readonly (Token | undefined)[]): void {
  const lines: Token[] = []
  let least = Infinity
  let newline = true
  for (const token of tokens) {
    if (newline) {
      newline = false
      if (token === undefined) least = 0
      else if (!/^\s*\n$/.test(token.text)) {
        lines.push(token)
        least = Math.min(least, token.text.length - token.text.trimStart().length)
      }
    }
    if (token?.text.endsWith('\n')) newline = true
  }
  for (const line of lines) line.text = line.text.slice(least)
}
