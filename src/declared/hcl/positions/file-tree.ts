import type {Path, PositionNode, Thing} from './position-tree.ts'
import type {Span} from './text-places.ts'

/** What a file holds, by offsets: it depends on the text alone. */
export interface FileTree {
  readonly root: PositionNode
  /** All that has a name or an index, in the order of the source. */
  readonly things: readonly Thing[]
  readonly comments: readonly Comment[]
  /** Where something is missing or does not fit, in ascending order. */
  readonly errors: readonly number[]
}

export interface Comment {
  /** Without what marks it as a comment, trimmed. */
  readonly text: string
  readonly range: Span
  /** Behind code, what begins on its line; alone on its line, what follows at once. */
  readonly about?: Path
}
