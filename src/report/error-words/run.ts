import type {Words} from '../words.ts'

/** Errors of the command line, of policies and of the run itself. */
export const runErrorWords: Readonly<Record<string, Words>> = {
  'explain-code-unknown': {
    title: 'Nothing is known of the code',
    meaning: 'The argument of `trueup explain` is neither a finding code, nor a gap, nor an error of this version.',
    steps: [{text: 'List all codes.', command: 'trueup explain'}],
  },
  'disk-full': {
    title: 'No room for output',
    meaning:
      'A file could not be written to its end: the disk is full, a quota is used up, or the disk fails. What was begun is taken away again, and an older file of that name is as it was; other reports of the run are written.',
    steps: [{text: 'Make room, or name a file on another disk; then run again.'}],
  },
  'file-not-writable': {
    title: 'Output cannot be written',
    meaning:
      'The file of a report could not be created, written or renamed into place. An older file of that name is as it was.',
    steps: [{text: 'Name a file in a folder that exists and that you may write to; check that the disk has room.'}],
  },
  interrupted: {
    title: 'Interrupted',
    meaning:
      'Ctrl-C or a request to end the process came before the run was done. Nothing was reported, and no file is half written.',
    steps: [{text: 'Run again.'}],
  },
  'fail-on-invalid': {
    title: 'Condition of --fail-on cannot be read',
    meaning:
      'A condition says on which findings a run ends in exit code 1: words joined by colons, all of which have to hold of a finding. A word is a severity (that or worse), ' +
      'a kind (drift, tags, spend) or a code of findings, derived (possible findings), new or known (against a baseline), or a cost, which is about the sum: cost>100 a month. ' +
      'Commas separate conditions, of which any will do; none stands alone. Without a word on it, possible findings, known ones and those for information fail nothing.',
    steps: [
      {text: 'Name what is to fail the run.', command: "trueup scan --demo --fail-on 'drift:high,tags:new,cost>100'"},
      {text: 'List the codes of findings.', command: 'trueup explain'},
    ],
  },
  'selection-empty': {
    title: 'Nothing is left to look at',
    meaning: 'The patterns of --only and --skip leave neither a declared resource nor a known type. Nothing was read.',
    steps: [
      {text: 'List what is declared, by type and address.', command: 'trueup inspect --state PATH'},
      {text: 'List the types that trueup knows.', command: 'trueup types'},
    ],
  },
  'no-state': {
    title: 'No state',
    meaning:
      'There is nothing to compare with AWS. Scanning without a state would report all of the account as unmanaged.',
    steps: [
      {
        text: 'Name a state file, a directory of them, a quoted glob, or - for standard input.',
        command: 'trueup scan --state terraform.tfstate',
      },
      {text: 'To look around first, scan the sample that comes with trueup.', command: 'trueup scan --demo'},
    ],
  },
  'policy-invalid': {
    title: 'Tag policy cannot be used',
    meaning:
      'The file that --policy names has errors. No part of it is applied, for a rule left out would pass for a rule kept.',
    steps: [
      {
        text: 'Mend the lines that the error names. policies/tag-policy.schema.json describes every field; editors check against it.',
      },
    ],
  },
  'policy-not-readable': {
    title: 'Tag policy cannot be read',
    meaning: 'There is no file under the path that --policy names, or it may not be read.',
    steps: [
      {
        text: 'Start from a policy that comes with trueup.',
        command: 'trueup scan --demo --policy policies/finops-baseline.yaml',
      },
    ],
  },
  'report-format-unknown': {
    title: 'Report format not known',
    meaning: 'The format that --report names is not one of this version.',
    steps: [{text: 'See which there are.', command: 'trueup scan --help'}],
  },
  'report-target-invalid': {
    title: 'Report flag cannot be read',
    meaning: '--report takes a format, and, after an equals sign, a file.',
    steps: [{text: 'Write it like this.', command: 'trueup scan --report json=report.json'}],
  },
  'duration-invalid': {
    title: 'Age cannot be read',
    meaning: '--cache takes a number and a unit: seconds, minutes, hours or days.',
    steps: [{text: 'Write it like this.', command: 'trueup scan --state terraform.tfstate --cache 1h'}],
  },
  'system-error': {
    title: 'Error of the operating system',
    meaning: 'A file, a pipe or the network failed in a way that trueup does not know better than the message says.',
    steps: [{text: 'Look at the path in the message: permissions, free disk space, network drives.'}],
  },
  'shell-unknown': {
    title: 'Shell not known',
    meaning: 'Completion is there for bash, zsh, fish and PowerShell.',
    steps: [{text: 'Name yours.', command: 'trueup complete bash'}],
  },
  'type-unknown': {
    title: 'Type not known',
    meaning: '--type takes a Terraform type that trueup can compare, or the CloudFormation name of any type.',
    steps: [{text: 'Name it like this.', command: 'trueup snapshot --out live.jsonl.gz --type aws_instance'}],
  },
  'unexpected-error': {
    title: 'Error in trueup',
    meaning:
      'Something happened that nobody foresaw. It is a bug; nothing was reported, and the exit code is 3, never that of findings.',
    steps: [
      {
        text: 'Run again with the whole error shown, and report it. Read it first: it may quote values of your input.',
        command: 'DEBUG=trueup trueup scan',
      },
    ],
  },
  usage: {
    title: 'Command line not understood',
    meaning: 'A flag or an argument is unknown, is missing, or does not go with another one.',
    steps: [{text: 'See what the command takes.', command: 'trueup scan --help'}],
  },
  'variable-invalid': {
    title: 'Variable not understood',
    meaning: 'A --var has no name, or no equals sign. Its text is not repeated: it may hold a secret.',
    steps: [
      {
        text: 'Write the name, an equals sign and the value.',
        command: 'trueup scan --state PATH --config . --var region=eu-central-1',
      },
    ],
  },
  'project-exists': {
    title: 'Project file exists',
    meaning: 'The folder has a trueup.yaml, and trueup init never overwrites one.',
    steps: [{text: 'Edit the file by hand, or move it away and run the command again.', command: 'trueup init'}],
  },
  'project-invalid': {
    title: 'Project file invalid',
    meaning:
      'The file has fields that trueup does not know, or values that they cannot have. None of it is used, for a field that is skipped would change what the run says.',
    steps: [
      {text: 'Mend the lines that the message names.'},
      {text: 'Let your editor check the file: schemas/trueup.schema.json describes every field.'},
    ],
  },
  'project-not-readable': {
    title: 'Project file not readable',
    meaning: 'The file that --project names, or the trueup.yaml that was found, cannot be read.',
    steps: [{text: 'Check the path and its permissions.', command: 'ls -l trueup.yaml'}],
  },
  'environment-invalid': {
    title: 'Environment variable invalid',
    meaning: 'A variable TRUEUP_... stands for a flag that is on or off, and its value is neither.',
    steps: [{text: 'Set it to true or false, or unset it.', command: 'env | grep ^TRUEUP_'}],
  },
  'account-invalid': {
    title: 'Account invalid',
    meaning: 'What --account or --exclude-account names is no AWS account: these have twelve digits.',
    steps: [
      {text: 'Write the id of the account, in quotes in a YAML file, where a leading zero would be lost otherwise.'},
    ],
  },
}
