import type {LanguageValue} from '../language-value.ts'

/**
 * A built-in function of the Terraform language, https://developer.hashicorp.com/terraform/language/functions. One file for each
 * family (`strings.ts`, `collections.ts`, ...), each function one line in `functions/index.ts`. Pure but for `files`.
 */
export interface TerraformFunction {
  /** Least and greatest number of arguments. */
  readonly arity: readonly [least: number, most: number]
  /**
   * Gets arguments that hold unknown parts as they are, and answers as exactly as it can (`merge` has one unknown value, not an
   * unknown map). Without it, an unknown part in any argument makes the whole result unknown, with the same reason.
   */
  readonly takesUnknown?: true
  /** Secrecy is taken off the arguments before, and put on the result after, unless the function says that it deals with it. */
  readonly takesSensitive?: true
  readonly call: (args: readonly LanguageValue[], context: FunctionContext) => LanguageValue
}

export interface FunctionContext {
  /** Files inside the configuration root; anything outside is refused and becomes unknown. */
  readonly files: ConfigurationFiles
  /** For `templatefile` and `templatestring`: evaluates a template with these variables alone. */
  readonly template: (text: string, variables: {readonly [name: string]: LanguageValue}) => LanguageValue
}

/** For values that can refer to nothing. */
export const noFiles: FunctionContext = {files: {read: () => undefined, match: () => undefined}, template: () => null}

export interface ConfigurationFiles {
  /** @returns undefined where there is no such file, or it is outside the root */
  readonly read: (path: string) => Uint8Array | undefined
  /** Paths below `folder` that match, as `fileset` gives them. */
  readonly match: (folder: string, pattern: string) => readonly string[] | undefined
}

/** Thrown by functions for arguments that Terraform refuses; the evaluator turns it into an unknown with the message as its reason. */
export class FunctionError extends Error {
  override readonly name = 'FunctionError'
}
