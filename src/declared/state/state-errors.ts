import {type TrueupError, userError} from '../../errors.ts'
import type {SourceRef} from '../../model/source.ts'

/** Facts of an error; never a value of the state, but for the names of formats, versions and backends. */
interface Facts {
  readonly version?: number
  readonly terraformVersion?: string
  readonly backend?: string
  readonly member?: string
  readonly reason?: string
  readonly cause?: unknown
}

interface Words {
  readonly message: (facts: Facts) => string
  readonly hint: string
}

const pull = '`terraform state pull | trueup inspect --state -`'

/** Every way in which a state can be unusable, and the way out. Messages follow "FILE ". */
const words = {
  'state-format-old': {
    message: ({version, terraformVersion}) =>
      `is a Terraform state of format ${version}${terraformVersion ? `, written by Terraform ${terraformVersion}` : ''}; trueup reads format 4`,
    hint:
      'Run `terraform init` and `terraform state pull > current.tfstate` with Terraform 0.12 or newer, which upgrades the copy to format 4 ' +
      '(a configuration of 0.11 first needs `terraform 0.12upgrade`, a command of Terraform 0.12).',
  },
  'state-format-newer': {
    message: ({version}) =>
      `is a Terraform state of format ${version}, which is newer than this trueup; it reads format 4`,
    hint: 'Update trueup, or pull the state with a version of Terraform or OpenTofu that writes format 4.',
  },
  'state-invalid-json': {
    message: () => 'is not valid JSON',
    hint: `Look for a merge conflict or a hand edit there, or read the state afresh: ${pull}.`,
  },
  'state-truncated': {
    message: () => 'ends in the middle of the state',
    hint: `Copy or download it again, or read it from the backend: ${pull}.`,
  },
  'state-malformed': {
    message: ({member}) => `is JSON, but not a state as Terraform writes it: ${member}`,
    hint: `Undo hand edits, or read the state afresh: ${pull}.`,
  },
  'state-empty': {
    message: () => 'is empty',
    hint: `An interrupted download leaves such files. Read the state from its backend: ${pull}.`,
  },
  'not-a-state': {
    message: ({member}) => `is JSON, but not a Terraform state: ${member}`,
    hint: 'Give a state file (`terraform.tfstate`), a directory of them, or `-` with the output of `terraform state pull`.',
  },
  'state-show-output': {
    message: () => 'is the output of `terraform show -json`, not a state',
    hint: `Give the state itself: ${pull}.`,
  },
  'plan-file': {
    message: () => 'is a Terraform plan, not a state',
    hint: `Give the state itself: ${pull}.`,
  },
  'backend-pointer': {
    message: ({backend}) => `holds no state: it only says that the state is in the backend ${backend}`,
    hint: `Give the directory that holds \`.terraform\`, as \`--state backend:DIR\`, or run there ${pull}.`,
  },
  'state-encrypted': {
    message: () => 'is encrypted by OpenTofu',
    hint: 'Let OpenTofu decrypt it, in its configuration directory: `tofu state pull | trueup inspect --state -`.',
  },
  'git-lfs-pointer': {
    message: () => 'is a Git LFS pointer, not the state itself',
    hint: 'Run `git lfs pull`, then try again.',
  },
  'html-page': {
    message: () => 'is an HTML or XML page, not a state; downloads that need a login often leave one',
    hint: `Log in and download it again, or read it from the backend: ${pull}.`,
  },
  'state-not-found': {
    message: ({reason}) => reason ?? 'does not exist',
    hint: 'Give a state file, a directory, a quoted glob such as "envs/**/*.tfstate", or `-` for standard input.',
  },
  'state-unreadable': {
    message: ({reason}) => `cannot be read${reason ? `: ${reason}` : ''}`,
    hint: 'Check that the file is complete and that you may read it.',
  },
} as const satisfies Record<string, Words>

export type StateErrorCode = keyof typeof words

/** An error about one state file, naming the place where one is known. */
export function stateError(code: StateErrorCode, where: SourceRef, facts: Facts = {}): TrueupError {
  const {message, hint}: Words = words[code]
  const place = [where.file, where.line, where.column].filter((part) => part !== undefined).join(':')
  return userError(code, `${place} ${message(facts)}`, hint, facts.cause)
}
