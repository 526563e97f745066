import type {Words} from '../words.ts'

/** Errors of a state that cannot be read as it is. */
export const stateErrorWords: Readonly<Record<string, Words>> = {
  'backend-pointer': {
    title: 'Backend settings instead of a state',
    meaning:
      'The file .terraform/terraform.tfstate only says in which backend the state is kept. Comparing it with AWS would find everything unmanaged.',
    steps: [
      {
        text: 'Read the state through Terraform, in the directory of the configuration.',
        command: 'terraform state pull | trueup scan --state -',
      },
    ],
  },
  'git-lfs-pointer': {
    title: 'Git LFS pointer instead of a file',
    meaning: 'The repository keeps the file in Git LFS, and this checkout has only its pointer.',
    steps: [{text: 'Fetch the content.', command: 'git lfs pull'}],
  },
  'html-page': {
    title: 'HTML page instead of a state',
    meaning: 'The file is a web page, most often one that asks to log in: a download without credentials leaves it.',
    steps: [
      {
        text: 'Log in and download again, or read the state through Terraform.',
        command: 'terraform state pull | trueup scan --state -',
      },
    ],
  },
  'not-a-state': {
    title: 'Not a Terraform state',
    meaning: 'The file is JSON, but has none of the members of a state.',
    steps: [
      {
        text: 'Give a state file, a directory of them, or - for standard input.',
        command: 'terraform state pull | trueup scan --state -',
      },
    ],
  },
  'plan-file': {
    title: 'Plan instead of a state',
    meaning:
      'The file is a Terraform plan. A plan tells what would be done; what exists according to Terraform is in the state.',
    steps: [{text: 'Give the state.', command: 'terraform state pull | trueup scan --state -'}],
  },
  'state-empty': {
    title: 'Empty file instead of a state',
    meaning: 'The file has no content. An interrupted download leaves such files; Terraform itself never writes one.',
    steps: [{text: 'Read the state from its backend.', command: 'terraform state pull | trueup scan --state -'}],
  },
  'state-encrypted': {
    title: 'State encrypted',
    meaning: 'OpenTofu encrypted the state; trueup holds no keys and asks for none.',
    steps: [
      {
        text: 'Let OpenTofu decrypt it, in the directory of the configuration.',
        command: 'tofu state pull | trueup scan --state -',
      },
    ],
  },
  'state-format-newer': {
    title: 'State of a newer format',
    meaning:
      'The state was written in a format that this version does not know. All versions of Terraform since 0.12, and of OpenTofu, write format 4.',
    steps: [{text: 'Update trueup.'}],
  },
  'state-format-old': {
    title: 'State of an old format',
    meaning:
      'Formats 1 to 3 were written by Terraform 0.11 and older, with all values as text. Terraform 0.12 and newer upgrade them.',
    steps: [
      {
        text: 'Pull the state with Terraform 0.12 or newer: the copy is in format 4.',
        command: 'terraform state pull > current.tfstate',
      },
    ],
  },
  'state-invalid-json': {
    title: 'State is not valid JSON',
    meaning:
      'The file cannot be parsed at the place that the error names: a merge conflict, a hand edit, a wrong encoding.',
    steps: [{text: 'Read the state afresh.', command: 'terraform state pull | trueup scan --state -'}],
  },
  'state-malformed': {
    title: 'State is not as Terraform writes it',
    meaning: 'The file is a state by its members, and one of them has a form that no version of Terraform writes.',
    steps: [
      {text: 'Undo hand edits, or read the state afresh.', command: 'terraform state pull | trueup scan --state -'},
    ],
  },
  'state-not-found': {
    title: 'State not found',
    meaning:
      'Nothing is there under the path, or no file matches the glob. A shell expands globs that are not in quotes, and does not know **.',
    steps: [
      {
        text: 'Give a file, a directory, a quoted glob, or - for standard input.',
        command: "trueup scan --state 'envs/**/*.tfstate'",
      },
    ],
  },
  'state-show-output': {
    title: 'Output of terraform show instead of a state',
    meaning:
      'The command terraform show -json writes the state in a form for other tools; trueup reads it as Terraform keeps it.',
    steps: [{text: 'Give the state itself.', command: 'terraform state pull | trueup scan --state -'}],
  },
  'state-truncated': {
    title: 'State incomplete',
    meaning:
      'The file ends in the middle of the state. What is missing would be reported as unmanaged, so nothing of it is used.',
    steps: [
      {
        text: 'Copy or download it again, or read it from the backend.',
        command: 'terraform state pull | trueup scan --state -',
      },
    ],
  },
  'state-unreadable': {
    title: 'State cannot be read',
    meaning: 'The operating system refuses to read the file, or reading it broke off.',
    steps: [{text: 'Check that the file is complete and that you may read it.'}],
  },
  'states-unreadable': {
    title: 'Several states cannot be read',
    meaning: 'More than one of the given states has an error of its own; each is listed with its reason.',
    steps: [{text: 'Mend them one by one, or leave them out. What they declare is then reported as unmanaged.'}],
  },
}
