import type {SourceRef} from './source.ts'

/**
 * What a person can do about a finding; none of it is ever done by a scan.
 *
 * - `import`: an `import` block brings an object under Terraform
 * - `generate`: the command that writes the code of what import blocks name
 * - `forget`: a `removed` block, or `terraform state rm`, takes a resource out of the state and leaves AWS as it is
 * - `recreate`: an apply makes again what is gone
 * - `adopt`: an edit writes the live value into the code
 * - `revert`: an apply puts the declared value back
 * - `apply`: an apply does what the code says already
 * - `refresh`: takes what is live into the state, nothing else
 */
export const remedyKinds = ['import', 'generate', 'forget', 'recreate', 'adopt', 'revert', 'apply', 'refresh'] as const
export type RemedyKind = (typeof remedyKinds)[number]

/** What to know before doing it. */
export const remedyCaveats = [
  /** `-target` takes what the resource depends on along, and is meant for exceptions: the plan tells. */
  'targeted',
  /** Only the creation of an object sets the property: the apply replaces it. */
  'may-replace',
  /** What is made again is empty: data comes from a backup. */
  'empty',
  /** The next apply does the reverse unless the code changes, too. */
  'code-remains',
  /** The resource's block has to go in the same change: it cannot stand beside a `removed` block. */
  'take-out-block',
  /** The edit stands where the module is called. */
  'module-input',
  /** The edit changes a local value: what else uses it follows. */
  'local-value',
  /** The edit changes a file of variables: what else uses the variable follows. */
  'variable-file',
  /** The edit changes the default of a variable: whoever leaves it out gets the new one. */
  'variable-default',
  /** Several instances get their value from there; all of them have the live one. */
  'all-instances',
  /** The identifier follows the general rule, not one that was looked up for the type. */
  'id-unproven',
  /** The name is a proposal. */
  'address-proposed',
  /** The object lives in another account or region than the default provider, perhaps: the block may need `provider`. */
  'provider-unknown',
  'terraform-1.5',
  'terraform-1.7',
] as const
export type RemedyCaveat = (typeof remedyCaveats)[number]

/** Why a remedy that would fit is no more than a hint. */
export const remedyHindrances = [
  /** The code was not given: `--config`. */
  'no-code',
  /** The code computes the value. */
  'expression',
  /** The value comes from a variable that a file, a flag or the environment sets, or that has no default. */
  'variable-set-elsewhere',
  /** The value is handed down by modules through more than a literal. */
  'module-input',
  /** The module is not part of this code: a registry, a repository. */
  'module-not-local',
  /** Several instances get their value from one place, and they do not all have the same live value. */
  'shared-line',
  /** A secret is never written into code. */
  'sensitive',
  /** The code does not set it: it would have to be added. */
  'not-set',
  /** A part of a collection or a document: which text is that of the part cannot be said without doubt. */
  'collection',
  /** No value to write: the live side has none. */
  'absent',
  /** How Terraform writes the live value is not known for sure. */
  'translated',
  /** `terraform import` of the type takes parts that are not known of the object. */
  'id-unknown',
  /** The provider cannot import the type. */
  'not-importable',
] as const
export type RemedyHindrance = (typeof remedyHindrances)[number]

/** Text that takes the place of other text. Lines and columns count from 1, columns in UTF-16 units; the end is behind the last character. */
export interface CodeEdit {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly before: string
  readonly after: string
}

/** One thing to do; the words are in `report/remedy-words.ts`. Absent is what does not apply. */
export interface Remedy {
  readonly kind: RemedyKind
  /** Argument vector of a command, to be run in the folder of the root module. A shell needs it quoted. */
  readonly command?: readonly string[]
  /** Blocks of code, as `terraform fmt` leaves them. */
  readonly hcl?: string
  /** Where `hcl` belongs, or where to look: a file of the root module, the line of the block. */
  readonly place?: SourceRef
  /** An exact edit of code. */
  readonly edit?: CodeEdit
  /** Why there is neither command nor code. */
  readonly hindrance?: RemedyHindrance
  readonly caveats?: readonly RemedyCaveat[]
}
