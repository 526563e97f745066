import type {CodeEdit, RemedyHindrance, RemedyKind} from './remedy.ts'

/** What would mend the findings of a report: blocks to add to the code, edits of it, and commands to run. Each is named once. */
export interface FixPlan {
  /** Text for files of the root module; what a file has already stays. */
  readonly blocks: readonly {readonly file: string; readonly hcl: string; readonly of: readonly string[]}[]
  readonly edits: readonly {readonly edit: CodeEdit; readonly of: readonly string[]}[]
  readonly commands: readonly {
    readonly kind: RemedyKind
    readonly command: readonly string[]
    readonly of: readonly string[]
  }[]
  /** Findings that there is nothing for, and why. */
  readonly left: readonly {readonly of: string; readonly hindrance: RemedyHindrance}[]
}
