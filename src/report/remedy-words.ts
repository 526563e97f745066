import type {Finding} from '../model/finding.ts'
import type {RemedyCaveat, RemedyHindrance, RemedyKind} from '../model/remedy.ts'
import {harmless} from './harmless.ts'
import {repositoryPath} from './place.ts'

/** What each remedy does, as an instruction. */
export const remedyTitles: Readonly<Record<RemedyKind, string>> = {
  import: 'Bring it under Terraform with an import block',
  generate: 'Have Terraform write the code of what import blocks name',
  forget: 'Take it out of the state',
  recreate: 'Create it again',
  adopt: 'Write the live value into the code',
  revert: 'Put the declared value back',
  apply: 'Apply the code',
  refresh: 'Take the live value into the state',
}

/** What to know before doing it. */
export const caveatWords: Readonly<Record<RemedyCaveat, string>> = {
  targeted: '-target takes along what the resource depends on: read the plan',
  'may-replace': 'only creation sets the property: the apply replaces the object',
  empty: 'what is made again is empty: data comes from a backup',
  'code-remains': 'the next apply creates it again unless its block goes, too',
  'take-out-block': 'its resource block has to go in the same change',
  'module-input': 'the edit is where the module is called',
  'local-value': 'the edit changes a local value: what else uses it follows',
  'variable-file': 'the edit changes a file of variables: what else uses the variable follows',
  'variable-default': 'the edit changes the default of a variable, for all who leave it out',
  'all-instances': 'several instances get their value from there; all of them have the live one',
  'id-unproven': 'the identifier follows the general rule: check it in the documentation of the type',
  'address-proposed': 'the name is a proposal',
  'provider-unknown': 'where several provider configurations exist, name the one of its account and region',
  'terraform-1.5': 'import blocks take Terraform 1.5 or OpenTofu 1.6',
  'terraform-1.7': 'removed blocks take Terraform 1.7 or OpenTofu 1.7',
}

/** Why there is neither command nor code. */
export const hindranceWords: Readonly<Record<RemedyHindrance, string>> = {
  'no-code': 'the code was not given: with --config, the line is known',
  expression: 'the code computes the value',
  'variable-set-elsewhere': 'a variable says it, whose value is not a default in this code',
  'module-input': 'a module hands it down, and its call does not name it as a plain value',
  'module-not-local': 'its module is not part of this code',
  'shared-line': 'several instances get their value from one place, and not all of them have the live one',
  sensitive: 'it is a secret, which does not belong into code',
  'not-set': 'the code does not set it: add it, or leave it to AWS',
  collection: 'it is a part of a larger value: which text is that of the part cannot be told for sure',
  absent: 'AWS has no value that could be written',
  translated: 'Terraform may write the value otherwise than AWS does',
  'id-unknown': 'its identifier for an import takes parts that are not known',
  'not-importable': 'the provider cannot import this type',
}

/** `main.tf:12: 14 → 7`: the edit that would write the live value into the code, where an exact one is known. */
export function editText({remedies = []}: Finding): string | undefined {
  const edit = remedies.find((remedy) => remedy.edit !== undefined)?.edit
  return edit && harmless(`${repositoryPath(edit.file)}:${edit.line}: ${edit.before} → ${edit.after}`)
}

/** An argument vector for a POSIX shell. */
export function commandText(command: readonly string[]): string {
  return command.map(shellQuoted).join(' ')
}

function shellQuoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
