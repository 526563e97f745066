import {dirname} from 'node:path'

import type {SourceRef} from '../../../model/source.ts'
import type {FilePositions} from './file-positions.ts'
import type {Path} from './position-tree.ts'

/** Where a block stands, or something inside of it: in its file, or in an override file beside it that says it anew. */
export type Locate = (file: string, block: Path, inside?: Path) => SourceRef

/** The positions in the files of a module. */
export interface ModulePositions {
  readonly primary: readonly FilePositions[]
  readonly overrides: readonly FilePositions[]
}

export function locateIn(modules: Iterable<ModulePositions>): Locate {
  const known = new Map<string, FilePositions>()
  const overridden = new Map<string, readonly FilePositions[]>()
  for (const {primary, overrides} of modules) {
    for (const positions of [...primary, ...overrides]) known.set(positions.file, positions)
    const [first] = primary
    if (first !== undefined) overridden.set(dirname(first.file), overrides.toReversed())
  }
  return (file, block, inside = []) => {
    const path = [...block, ...inside]
    const says = (positions: FilePositions) => (positions.nearest(path)?.path.length ?? 0) > block.length
    const override = inside.length > 0 ? overridden.get(dirname(file))?.find(says) : undefined
    return (override ?? known.get(file))?.positionOf(path) ?? {file}
  }
}
