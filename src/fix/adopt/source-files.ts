import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'

import type {Node, Parser, Tree} from 'web-tree-sitter'

import {loadGrammar} from '../../declared/hcl/positions/load-grammar.ts'
import {attributeNamed, isHeader, valueOf} from '../hcl/syntax.ts'
import {blockAt, blocksIn} from './find-value.ts'

export interface Located {
  readonly file: string
  readonly node: Node
}

/** Files of code as trees, each read once. What is no Terraform in native syntax, or does not parse, is undefined. */
export class SourceFiles {
  readonly #parser: Parser
  readonly #trees = new Map<string, Tree | undefined>()
  readonly #folders = new Map<string, readonly string[]>()

  private constructor(parser: Parser) {
    this.#parser = parser
  }

  static async open(): Promise<SourceFiles> {
    return new SourceFiles(await loadGrammar())
  }

  async rootOf(file: string): Promise<Node | undefined> {
    if (!this.#trees.has(file)) this.#trees.set(file, await this.#parse(file))
    return this.#trees.get(file)?.rootNode
  }

  /** The default of a variable, in whichever file of a module it stands. */
  async variableDefault(folder: string, name: string): Promise<Located | undefined> {
    for await (const {file, root} of this.#module(folder)) {
      const block = blockAt(root, ['variable', name])
      const attribute = block && attributeNamed(block, 'default')
      const node = attribute && valueOf(attribute)
      if (node) return {file, node}
    }
    return undefined
  }

  /** The expression of a local value; there is one in a module. */
  async local(folder: string, name: string): Promise<Located | undefined> {
    for await (const {file, root} of this.#module(folder)) {
      for (const block of blocksIn(root).filter((one) => isHeader(one, ['locals']))) {
        const attribute = attributeNamed(block, name)
        const node = attribute && valueOf(attribute)
        if (node) return {file, node}
      }
    }
    return undefined
  }

  async *#module(folder: string): AsyncGenerator<{readonly file: string; readonly root: Node}> {
    if (!this.#folders.has(folder)) this.#folders.set(folder, await filesIn(folder))
    for (const file of this.#folders.get(folder) ?? []) {
      const root = await this.rootOf(file)
      if (root) yield {file, root}
    }
  }

  close(): void {
    for (const tree of this.#trees.values()) tree?.delete()
    this.#trees.clear()
  }

  async #parse(file: string): Promise<Tree | undefined> {
    if (!/\.tf(?:vars)?$/.test(file)) return undefined
    const text = await readFile(file, 'utf8').catch(() => undefined)
    const tree = text === undefined ? undefined : this.#parser.parse(text.replace(/^\uFEFF/, ''))
    if (!tree?.rootNode.hasError) return tree ?? undefined
    tree.delete()
    return undefined
  }
}

/** Override files, which win, first. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.tf')).toSorted()
  return [...names.filter(isOverride).toReversed(), ...names.filter((name) => !isOverride(name))].map((name) =>
    join(folder, name),
  )
}

function isOverride(name: string): boolean {
  return /(?:^|_)override\.tf$/.test(name)
}
