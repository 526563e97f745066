import type {Words} from '../words.ts'

/** Errors of kept runs, and of telling somebody of them. */
export const historyErrorWords: Readonly<Record<string, Words>> = {
  'history-place-invalid': {
    title: 'No place for a history',
    meaning: 'Runs are kept in a folder, or in a bucket of S3 below a prefix. The text names neither.',
    steps: [{text: 'Name one.', command: 'trueup scan --keep s3://BUCKET/PREFIX'}],
  },
  'history-not-readable': {
    title: 'History cannot be read',
    meaning:
      'The folder or the bucket that holds kept runs refused to be read, or could not be reached. After a scan: its report is complete, but the run was not kept.',
    steps: [
      {text: 'Check that the place exists, and who may read it.'},
      {text: 'Of S3, allow what this prints.', command: 'trueup permissions --for history'},
      {
        text: 'If the bucket is in another account than what is scanned, name its profile with --history-profile or a role with --history-role.',
      },
    ],
  },
  'history-not-writable': {
    title: 'History cannot be written',
    meaning:
      'The run could not be added to the folder or the bucket. Its report is complete; the next run that is kept will be compared with the one before.',
    steps: [
      {text: 'Check that the place may be written to, and that there is room.'},
      {text: 'Of S3, allow what this prints.', command: 'trueup permissions --for history'},
    ],
  },
  'history-empty': {
    title: 'No kept runs',
    meaning: 'There is nothing to tell: no run was kept there, or none that can be read.',
    steps: [{text: 'Keep runs.', command: 'trueup scan --state terraform.tfstate --keep history'}],
  },
  'history-scope-unknown': {
    title: 'No such scope',
    meaning: 'Runs that looked at the same things have one scope, and no kept run has the one that --scope names.',
    steps: [{text: 'Look which scopes there are.', command: 'trueup history --keep history --json'}],
  },
  'history-span-invalid': {
    title: 'Not a time to start from',
    meaning: '--since takes a day, a moment in ISO 8601 or an age.',
    steps: [{text: 'Write it like this.', command: 'trueup history --keep history --since 30d'}],
  },
  'history-retention-missing': {
    title: 'Nothing says what may go',
    meaning: 'Pruning takes old runs away for good, so what is to stay has to be said.',
    steps: [{text: 'Say it.', command: 'trueup history prune --keep history --keep-last 90'}],
  },
  'no-history': {
    title: 'No place of a history given',
    meaning: 'Nothing says where runs are kept.',
    steps: [{text: 'Name the place with --keep, or as `history` in trueup.yaml.'}],
  },
  'notification-url-missing': {
    title: 'No webhook to call',
    meaning:
      'The URL of a webhook is a secret, and is taken from the environment alone: in a file or a flag it would end up in a repository or a shell history.',
    steps: [
      {text: 'For Slack, set TRUEUP_SLACK_WEBHOOK_URL to the URL of an incoming webhook.'},
      {text: 'For another receiver, set TRUEUP_WEBHOOK_URL, and TRUEUP_WEBHOOK_SECRET where it checks signatures.'},
    ],
  },
  'notification-url-invalid': {
    title: 'Webhook cannot be called',
    meaning: 'What the environment names is no URL, or one without encryption to another machine.',
    steps: [{text: 'Set the variable to an https URL.'}],
  },
  'notification-failed': {
    title: 'Nobody was told',
    meaning:
      'The receiver refused the message, or could not be reached in several attempts. Report and history are complete; the next run that is kept tells what this one could not. Where the findings alone would have ended in exit code 0, it is 3.',
    steps: [
      {text: 'Check the URL in the environment: a webhook that was deleted answers 404, one that was revoked 403.'},
      {text: 'Run again: nothing is told twice.'},
    ],
  },
}
