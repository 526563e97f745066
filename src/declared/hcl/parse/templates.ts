import type {Expression} from '../expression/expression.ts'
import {Compiler} from './compile.ts'
import type {Parser} from './hcl2json.ts'
import {isTooLong} from './limits.ts'
import {simpleExpression} from './simple-expression.ts'
import type {SyntaxNode} from './syntax-tree.ts'

export function isTemplate(text: string): boolean {
  return text.includes('${') || text.includes('%{')
}

/** Compiles all texts of a file. A call into WebAssembly costs more than the parsing, so what is simple is read without it. */
export async function compileTemplates(texts: Iterable<string>, parser: Parser): Promise<Map<string, Expression>> {
  const compiled = new Map<string, Expression>()
  const rest: string[] = []
  for (const text of new Set(texts)) {
    const simple = simpleExpression(text)
    if (simple) compiled.set(text, simple)
    else rest.push(text)
  }
  for (const [text, expression] of await compileByParser(rest, parser)) compiled.set(text, expression)
  return compiled
}

/** All texts go in one list; where that fails, one by one. */
export async function compileByParser(texts: readonly string[], parser: Parser): Promise<Map<string, Expression>> {
  const compiled = new Map<string, Expression>()
  const rest: string[] = []
  for (const text of texts) {
    if (isTooLong(text)) compiled.set(text, tooLong)
    else rest.push(text)
  }
  for (let start = 0; start < rest.length; start += batchSize) {
    await compileBatch(rest.slice(start, start + batchSize), parser, compiled)
  }
  return compiled
}

const batchSize = 200
const tooLong: Expression = {kind: 'invalid', reason: 'the expression is too long or nested too deeply to be parsed'}

async function compileBatch(
  texts: readonly string[],
  parser: Parser,
  compiled: Map<string, Expression>,
): Promise<void> {
  const source = `[\n${texts.map(heredoc).join(',\n')}]`
  const tree = await parser.syntaxTree('expressions', source).catch(() => undefined)
  if (tree?.children.length === texts.length) {
    const compiler = new Compiler(source)
    tree.children.forEach((node, index) => compiled.set(texts[index] ?? '', whole(node, compiler)))
    return
  }
  for (const text of texts) compiled.set(text, await compileOne(text, parser))
}

async function compileOne(text: string, parser: Parser): Promise<Expression> {
  const source = heredoc(text)
  try {
    return whole(await parser.syntaxTree('expression', source), new Compiler(source))
  } catch (error) {
    return {kind: 'invalid', reason: `the expression cannot be parsed: ${reasonOf(error)}`}
  }
}

/** Without the place, which would be one in our own wrapping. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return /\d+-\d+(?:,\d+)?: (.*?)\s*$/s.exec(message)?.[1] ?? 'it is not understood'
}

/** In a heredoc nothing is escaped but the markers themselves, as in the strings of hcl2json. The end mark keeps `~}` from its line end. */
function heredoc(text: string): string {
  let word = 'TRUEUP'
  while (text.includes(word)) word += '_'
  return `<<${word}\n${text}${endMark}\n${word}\n`
}

const endMark = '\u2404'

/** Takes the end mark off again; a single interpolation is its expression. */
function whole(node: SyntaxNode, compiler: Compiler): Expression {
  const expression = compiler.compile(node)
  if (expression.kind === 'literal') return {kind: 'literal', value: withoutMark(expression.value)}
  if (expression.kind !== 'template') return expression
  const last = expression.parts.at(-1)
  const text = last?.kind === 'literal' ? withoutMark(last.value) : ''
  const rest = expression.parts.slice(0, -1)
  const parts = text === '' ? rest : [...rest, {kind: 'literal' as const, value: text}]
  return parts.length === 1 && parts[0] && isInterpolation(node) ? parts[0] : {kind: 'template', parts}
}

/** Not a directive, which always makes a string. */
function isInterpolation(node: SyntaxNode): boolean {
  const first = node.children[0]
  return first?.type !== 'templateJoin' && !first?.meta?.value?.startsWith('%{')
}

function withoutMark(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, value.lastIndexOf(endMark)) : ''
}
