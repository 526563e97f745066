import type {InlineIgnore} from '../../model/inline-ignore.ts'
import type {SourceRef} from '../../model/source.ts'

/** One entry of `ignore:` in `trueup.yaml`: all of its criteria have to hold, of each any; `*` stands for any text. */
export interface IgnoreEntry {
  readonly address?: readonly string[]
  /** Terraform or CloudFormation types. */
  readonly type?: readonly string[]
  /** Attribute paths as Terraform writes them, or canonical ones, and all below; tags are `tags.KEY`. */
  readonly path?: readonly string[]
  /** `KEY` or `KEY=VALUE`, on either side. */
  readonly tag?: readonly string[]
  readonly account?: readonly string[]
  readonly region?: readonly string[]
  /** Codes or kinds of findings. */
  readonly code?: readonly string[]
  readonly reason: string
  /** The last day on which it counts. */
  readonly until?: string
  readonly source: SourceRef
}

/** An ignore file of driftctl: https://docs.driftctl.com/usage/filtering/driftignore */
export interface DriftignoreText {
  readonly name: string
  readonly text: string
}

/** A comment in code, and the resources that stand under it, as findings name them. */
export interface CommentedIgnore {
  readonly ignore: InlineIgnore
  readonly addresses: ReadonlySet<string>
}

/** Everything that says what is not to be told. */
export interface IgnoreSources {
  readonly entries: readonly IgnoreEntry[]
  readonly driftignores: readonly DriftignoreText[]
}
