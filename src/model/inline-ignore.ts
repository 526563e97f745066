import type {SourceRef} from './source.ts'

/**
 * What a comment in code says is not to be told: `# trueup:ignore drifted, tags.Owner until 2026-12-31 -- moved by the platform team`,
 * all of it but the first word being optional. Read by `declared/hcl/module/inline-ignores.ts`; `select/ignore/from-comment.ts` applies it.
 */
export interface InlineIgnore {
  /** Where the comment stands: tells one from the other, so that those which ignore nothing can be told. */
  readonly source: SourceRef
  /** The path inside the resource that it stands at (`['tags', 'Owner']`), and all below; empty at the resource itself or its module. */
  readonly within: readonly (string | number)[]
  /** Codes of findings and attribute paths; empty where everything is meant. */
  readonly only: readonly string[]
  readonly reason?: string
  /** The last day on which it counts: `2026-12-31`. */
  readonly expires?: string
}
