import type {BinaryOperator, Expression, ObjectItem, Step, UnaryOperator} from '../expression/expression.ts'
import {splatElement} from '../expression/expression.ts'
import {heredocTexts} from './heredoc.ts'
import {quotedText, unescapeMarkers} from './literal-text.ts'
import type {SyntaxNode} from './syntax-tree.ts'

/** The literals of a heredoc, which are worked out together; in a quoted template each stands for itself. */
type TemplateStyle = ReadonlyMap<SyntaxNode, string> | 'quoted'

/** Makes expressions of hcl2json's syntax trees over one source text. */
export class Compiler {
  readonly #source: Buffer

  constructor(source: string) {
    this.#source = Buffer.from(source)
  }

  compile(node: SyntaxNode, style: TemplateStyle = 'quoted'): Expression {
    const compile = (child: SyntaxNode | undefined) => this.compile(child ?? missing, style)
    const [first, second, third] = node.children
    const {meta = {}} = node
    switch (node.type) {
      case 'literalValue':
        return this.#literal(node, style)
      case 'template':
        return this.#template(node, style)
      case 'templateWrap':
      case 'templateJoin':
        return compile(first)
      case 'scopeTraversal':
        return traversal(node)
      case 'relativeTraversal':
        return {kind: 'relative', source: compile(first), steps: stepsOf(node)}
      case 'index':
        return {kind: 'index', source: compile(first), key: compile(second)}
      case 'splat':
        return {kind: 'splat', source: compile(first), each: compile(second)}
      case 'conditional':
        return {
          kind: 'conditional',
          condition: compile(first),
          yes: this.#branch(second, node, style),
          no: this.#branch(third, node, style),
        }
      case 'for':
        return this.#for(node, style)
      case 'function':
        return {
          kind: 'call',
          name: meta.name ?? '',
          args: node.children.map(compile),
          expand: meta.expandedFinalArgument ?? false,
        }
      case 'tuple':
        return {kind: 'list', items: node.children.map(compile)}
      case 'object':
        return {kind: 'object', items: this.#items(node, style)}
      case '':
        // Parentheses have a child; the element that a splat stands for has none.
        return first === undefined ? {kind: 'traversal', root: splatElement, steps: []} : compile(first)
      default:
        return this.#operation(node, style)
    }
  }

  #operation(node: SyntaxNode, style: TemplateStyle): Expression {
    const [first = missing, second = missing] = node.children
    const left = this.compile(first, style)
    const operator = node.meta?.operator
    if (node.type === 'unaryOp') return {kind: 'unary', operator: operator as UnaryOperator, operand: left}
    if (node.type !== 'binaryOp') return {kind: 'invalid', reason: `unknown syntax ${node.type}`}
    return {kind: 'binary', operator: operator as BinaryOperator, left, right: this.compile(second, style)}
  }

  #literal(node: SyntaxNode, style: TemplateStyle): Expression {
    const raw = node.meta?.value ?? ''
    if (node.meta?.type === 'number') return numberLiteral(Number(raw))
    if (node.meta?.type === 'bool') return {kind: 'literal', value: raw === 'true'}
    if (node.meta?.type === 'dynamic') return {kind: 'literal', value: null}
    return {kind: 'literal', value: this.#text(node, raw, style)}
  }

  #text(node: SyntaxNode, raw: string, style: TemplateStyle): string {
    if (style !== 'quoted') return unescapeMarkers(style.get(node) ?? raw)
    const {start, end} = node.range
    const before = this.#source.toString('latin1', Math.max(0, start.byte - 2), start.byte)
    return quotedText(raw, before, this.#source.toString('latin1', end.byte, end.byte + 3))
  }

  /** The body of a directive is written in the style of the template that it stands in, whatever it begins with. */
  #branch(node: SyntaxNode = missing, parent: SyntaxNode, style: TemplateStyle): Expression {
    const isDirective = parent.meta?.value?.startsWith('%{') ?? false
    return isDirective && node.type === 'template' ? this.#parts(node, style) : this.compile(node, style)
  }

  #template(node: SyntaxNode, outer: TemplateStyle): Expression {
    const source = node.meta?.value ?? ''
    if (source.startsWith('"')) return this.#parts(node, 'quoted')
    if (!source.startsWith('<<')) return this.#parts(node, outer)
    return this.#parts(node, heredocTexts(node, this.#source, source.startsWith('<<-')))
  }

  #parts(node: SyntaxNode, style: TemplateStyle): Expression {
    const parts = node.children.map((child) => this.compile(child, style))
    const only = parts.length === 1 ? parts[0] : undefined
    return only?.kind === 'literal' && typeof only.value === 'string' ? only : {kind: 'template', parts}
  }

  #for(node: SyntaxNode, style: TemplateStyle): Expression {
    const {meta = {}} = node
    const [collection, ...rest] = node.children
    const key = meta.keyExpression ? rest.shift() : undefined
    const [value, condition] = rest
    const open = meta.openRangeValue ?? ''
    return {
      kind: 'for',
      form: open.startsWith('%{') ? 'text' : open === '{' ? 'object' : 'list',
      collection: this.compile(collection ?? missing, style),
      ...(meta.keyVar ? {keyName: meta.keyVar} : {}),
      valueName: meta.valVar ?? '',
      ...(key === undefined ? {} : {key: this.compile(key, style)}),
      value: this.#branch(value, node, style),
      ...(condition === undefined ? {} : {condition: this.compile(condition, style)}),
      grouped: meta.groupedValue ?? false,
    }
  }

  /** Keys and values take turns. A bare word as a key is itself, and can be read from the source alone. */
  #items({children}: SyntaxNode, style: TemplateStyle): ObjectItem[] {
    const items: ObjectItem[] = []
    for (let index = 0; index + 1 < children.length; index += 2) {
      const [key, value] = [children[index] ?? missing, children[index + 1] ?? missing]
      items.push({key: this.#key(key, style), value: this.compile(value, style)})
    }
    return items
  }

  #key(node: SyntaxNode, style: TemplateStyle): Expression {
    if (node.children.length > 0) return this.compile(node, style)
    const {start, end} = node.range
    return {kind: 'literal', value: this.#source.toString('utf8', start.byte, end.byte)}
  }
}

const missing: SyntaxNode = {type: 'missing', children: [], range: {start: {byte: 0}, end: {byte: 0}}}

function numberLiteral(value: number): Expression {
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return {kind: 'invalid', reason: 'the number has more digits than can be computed with'}
  }
  return {kind: 'literal', value}
}

function traversal(node: SyntaxNode): Expression {
  const [root = '', ...steps] = stepsOf(node)
  return {kind: 'traversal', root: String(root), steps}
}

function stepsOf(node: SyntaxNode): Step[] {
  return (node.meta?.traversal ?? []).map(({type, segment}) => {
    if (type === 'nameTraversal') return segment
    return segment.startsWith('"') ? segment.slice(1, -1) : Number(segment)
  })
}
