import type {Expression, Step} from '../expression/expression.ts'

/**
 * Reads expressions that hold nothing but references, calls, lists and plain literals, which are most of those in modules
 * (`try(each.value.name, null)`): a call into WebAssembly costs more than all of this. What is anything else is undefined, and left to
 * the parser; a test holds both against each other.
 */
export function simpleExpression(template: string): Expression | undefined {
  if (!template.startsWith('${') || !template.endsWith('}')) return undefined
  const reader = new Reader(template.slice(2, -1))
  const expression = reader.expression(0)
  return expression && reader.isAtEnd() ? expression : undefined
}

const mostNested = 20

const keywords: Readonly<Record<string, null | boolean>> = {false: false, null: null, true: true}

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  isAtEnd(): boolean {
    return this.#take(space) !== undefined && this.#at === this.#text.length
  }

  expression(depth: number): Expression | undefined {
    if (depth > mostNested) return undefined
    this.#take(space)
    const text = this.#take(plainText)
    if (text !== undefined) return {kind: 'literal', value: text.slice(1, -1)}
    const number = this.#take(plainNumber)
    if (number !== undefined) return {kind: 'literal', value: Number(number)}
    if (this.#take(openBracket) !== undefined) return this.#list(depth)
    const name = this.#take(identifier)
    if (name === undefined) return undefined
    if (this.#take(openParenthesis) !== undefined) return this.#call(name, depth)
    const steps = this.#steps()
    if (Object.hasOwn(keywords, name))
      return steps.length > 0 ? undefined : {kind: 'literal', value: keywords[name] ?? null}
    return steps.length > 0 || name !== 'for' ? {kind: 'traversal', root: name, steps} : undefined
  }

  #list(depth: number): Expression | undefined {
    const items = this.#items(closeBracket, depth)
    return items && {kind: 'list', items}
  }

  #call(name: string, depth: number): Expression | undefined {
    const args = this.#items(closeParenthesis, depth)
    return args && {kind: 'call', name, args, expand: false}
  }

  #items(close: RegExp, depth: number): Expression[] | undefined {
    const items: Expression[] = []
    for (;;) {
      if (this.#take(close) !== undefined) return items
      const item = this.expression(depth + 1)
      if (!item) return undefined
      items.push(item)
      if (this.#take(comma) === undefined) return this.#take(close) === undefined ? undefined : items
    }
  }

  #steps(): Step[] {
    const steps: Step[] = []
    for (let step; (step = this.#take(anyStep)) !== undefined;) {
      if (step.startsWith('.')) steps.push(step.slice(1))
      else steps.push(step.startsWith('["') ? step.slice(2, -2) : Number(step.slice(1, -1)))
    }
    return steps
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found !== undefined) this.#at += found.length
    return found
  }
}

/** Sticky: each is tried where the reader is. Whatever follows a step has to be the end of it, or something that is read here. */
const space = /\s*/y
const identifier = /[A-Za-z_][\w-]*/y
const plainText = /"[^"\\$%\n]*"/y
const plainNumber = /\d{1,15}(?:\.\d{1,6})?(?![\w.])/y
const openParenthesis = /\(/y
const openBracket = /\[/y
const closeParenthesis = /\s*\)/y
const closeBracket = /\s*\]/y
const comma = /\s*,/y
const anyStep = /\.[A-Za-z_][\w-]*|\[\d{1,9}\]|\["[^"\\$%\n]*"\]/y
