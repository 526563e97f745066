import {dirname} from 'node:path'

import type {SourceRef} from '../../../model/source.ts'
import {type ModuleFiles, readText} from '../parse/module-files.ts'
import type {FilePositions} from './file-positions.ts'
import type {Path} from './position-tree.ts'
import {positionsOf} from './positions-of.ts'

/** Where a block stands, or something inside of it: in its file, or in an override file beside it that says it anew. */
export type Locate = (file: string, block: Path, inside?: Path) => SourceRef

/** Reads the files of modules for places. What cannot be read has none; that it cannot is told elsewhere. */
export async function locateIn(modules: Iterable<ModuleFiles>): Promise<Locate> {
  const known = new Map<string, FilePositions>()
  const overrides = new Map<string, FilePositions[]>()
  for (const files of modules) {
    for (const file of [...files.primary, ...files.overrides]) await addPositions(file, known)
    const [first] = files.primary
    const found = files.overrides.flatMap((file) => known.get(file) ?? [])
    if (first !== undefined) overrides.set(dirname(first), found.toReversed())
  }
  return (file, block, inside = []) => {
    const path = [...block, ...inside]
    const says = (positions: FilePositions) => (positions.nearest(path)?.path.length ?? 0) > block.length
    const override = inside.length > 0 ? overrides.get(dirname(file))?.find(says) : undefined
    return (override ?? known.get(file))?.positionOf(path) ?? {file}
  }
}

async function addPositions(file: string, known: Map<string, FilePositions>): Promise<void> {
  if (known.has(file)) return
  const text = await readText(file).catch(() => undefined)
  if (text !== undefined) known.set(file, await positionsOf(file, text))
}
