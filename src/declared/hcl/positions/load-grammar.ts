import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

import type {Parser} from 'web-tree-sitter'

/** The grammar is WebAssembly: it is loaded when the first file has to be read. */
export async function loadGrammar(): Promise<Parser> {
  loaded ??= load()
  return loaded
}

let loaded: Promise<Parser> | undefined

async function load(): Promise<Parser> {
  const {Language, Parser} = await import('web-tree-sitter')
  const engine = await fileOf('web-tree-sitter.wasm', () => import.meta.resolve('web-tree-sitter/web-tree-sitter.wasm'))
  const grammar = await fileOf('tree-sitter-hcl.wasm', () =>
    import.meta.resolve('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm'),
  )
  await Parser.init({wasmBinary: engine})
  return new Parser().setLanguage(await Language.load(grammar))
}

/** Built, this code is a chunk beside `dist/grammars`, where `scripts/bundle.ts` puts the files; in the sources, the packages have them. */
async function fileOf(name: string, inPackage: () => string): Promise<Uint8Array> {
  const built = join(import.meta.dirname, '../grammars', name)
  return new Uint8Array(await readFile(existsSync(built) ? built : fileURLToPath(inPackage())))
}
