import type {SourceRef} from '../../model/source.ts'
import type {TagPolicy} from '../policy/policy.ts'

/** A policy in the words of somebody else. */
export interface Exported {
  readonly documents: readonly ExportedDocument[]
  /** What the target cannot say. */
  readonly left: readonly LeftOut[]
}

export interface ExportedDocument {
  /** Letters, digits and hyphens; a file and a resource are named after it. */
  readonly name: string
  /** JSON. */
  readonly content: unknown
}

export interface LeftOut {
  /** The rule's id, or what else it is about. */
  readonly rule: string
  readonly source: SourceRef
  readonly what: string
  /** `whole`: nothing of the rule is in the target; `part`: the target asks for less, or for more. */
  readonly extent: 'whole' | 'part'
}

export interface ExportOptions {
  /** Terraform types for rules that name none, where the target has to name each. */
  readonly types: readonly string[]
  /** Tag policies: refuse what does not comply, instead of reporting it. */
  readonly enforce: boolean
}

/** One target; each is a file `tags/export/<name>.ts`, registered in `tags/export/targets.ts`. Pure. */
export type ExportTarget = (policy: TagPolicy, options: ExportOptions) => Exported
