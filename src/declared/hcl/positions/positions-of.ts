import {FilePositions} from './file-positions.ts'
import type {FileTree} from './file-tree.ts'
import {readJson} from './json-file.ts'
import {loadGrammar} from './load-grammar.ts'
import {readNative} from './native-file.ts'
import {TextPlaces} from './text-places.ts'

/** Finds where everything stands in a `.tf`, `.tofu` or `.tf.json` file. Broken files have errors, and positions all the same. */
export async function positionsOf(file: string, text: string): Promise<FilePositions> {
  const places = new TextPlaces(text)
  const syntax = file.endsWith('.json') ? 'json' : 'native'
  const known = trees[syntax].get(places.text)
  const tree = known ?? (syntax === 'json' ? readJson(places.text) : readNative(places.text, await loadGrammar()))
  trees[syntax].set(places.text, tree)
  return new FilePositions(file, tree, places)
}

/** By content: modules are read once for every call. */
const trees = {json: new Map<string, FileTree>(), native: new Map<string, FileTree>()}
