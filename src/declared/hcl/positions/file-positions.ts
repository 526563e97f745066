import type {SourceRef} from '../../../model/source.ts'
import type {Comment, FileTree} from './file-tree.ts'
import {nearestThing, type Path, type Thing} from './position-tree.ts'
import type {Place, Span, TextPlaces} from './text-places.ts'

/** Where the things of a file stand. What is said of blocks inside a `dynamic` one holds for each that it makes. */
export class FilePositions {
  readonly file: string
  readonly things: readonly Thing[]
  readonly comments: readonly Comment[]
  /** Where something is missing or does not fit. */
  readonly errors: readonly Place[]
  readonly #tree: FileTree
  readonly #places: TextPlaces

  constructor(file: string, tree: FileTree, places: TextPlaces) {
    this.file = file
    this.things = tree.things
    this.comments = tree.comments
    this.errors = tree.errors.map((offset) => places.at(offset))
    this.#tree = tree
    this.#places = places
  }

  /** The thing at a path, or the nearest one around it: of a tag that `var.tags` brings, the attribute `tags`. */
  nearest(path: Path): Thing | undefined {
    return nearestThing(this.#tree.root, path)
  }

  /** Where a person looks for what is at a path; the file alone where nothing of it is here. */
  positionOf(path: Path): SourceRef {
    const thing = this.nearest(path)
    if (!thing) return {file: this.file}
    const {line, column} = this.#places.at(thing.name.start)
    return {file: this.file, line, column}
  }

  rangeOf({start, end}: Span): {readonly start: Place; readonly end: Place} {
    return {start: this.#places.at(start), end: this.#places.at(end)}
  }

  textOf({start, end}: Span): string {
    return this.#places.text.slice(start, end)
  }
}
