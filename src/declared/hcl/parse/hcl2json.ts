import type {SyntaxNode} from './syntax-tree.ts'

/** The parser is Go compiled to WebAssembly: it takes 150 ms to start, so it is loaded when something has to be parsed. */
export interface Parser {
  /** A file as JSON: blocks are lists by their labels, expressions are `${...}` in strings. */
  readonly parse: (file: string, text: string) => Promise<unknown>
  readonly syntaxTree: (file: string, expression: string) => Promise<SyntaxNode>
}

export async function loadParser(): Promise<Parser> {
  loaded ??= load()
  return loaded
}

let loaded: Promise<Parser> | undefined

async function load(): Promise<Parser> {
  const {parse, getExpressionAst} = await import('@cdktf/hcl2json')
  return {
    parse: async (file, text) => guarded(() => parse(file, text)),
    syntaxTree: async (file, expression) =>
      guarded(async () => (await getExpressionAst(file, expression)) as unknown as SyntaxNode),
  }
}

let overflown = false

/** After an overflow of the stack the next call may end the process: it is not made. */
async function guarded<T>(call: () => Promise<T>): Promise<T> {
  if (overflown) throw new Error('was not parsed: the parser stopped at another file')
  try {
    return await call()
  } catch (error) {
    overflown ||= error instanceof RangeError
    throw error
  }
}
