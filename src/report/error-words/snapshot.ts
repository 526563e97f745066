import type {Words} from '../words.ts'

/** Errors of snapshot files. */
export const snapshotErrorWords: Readonly<Record<string, Words>> = {
  'not-a-snapshot': {
    title: 'Not a snapshot',
    meaning: 'The file that --snapshot names was not written by `trueup snapshot`.',
    steps: [
      {text: 'Take a snapshot. A Terraform state goes to --state.', command: 'trueup snapshot --out live.jsonl.gz'},
    ],
  },
  'snapshot-compression-unsupported': {
    title: 'Compression not supported here',
    meaning: 'The snapshot is, or shall be, compressed with Zstandard, which this version of Node cannot do.',
    steps: [{text: 'Use gzip (a name that ends in .gz), or Node 22.15 or later.'}],
  },
  'snapshot-damaged': {
    title: 'Snapshot damaged',
    meaning:
      'A line of the snapshot is not what was written. Going on without it could report a difference that is not there.',
    steps: [{text: 'Copy the file again, or take a new snapshot.', command: 'trueup snapshot --out live.jsonl.gz'}],
  },
  'snapshot-not-found': {
    title: 'Snapshot not found',
    meaning: 'There is no file where --snapshot says.',
    steps: [{text: 'Check the path, or take a snapshot.', command: 'trueup snapshot --out live.jsonl.gz'}],
  },
  'snapshot-not-writable': {
    title: 'Snapshot cannot be written',
    meaning: 'The file of the snapshot could not be created or written. An older snapshot of that name is as it was.',
    steps: [{text: 'Choose another --out, in a folder that exists, on a disk that has room.'}],
  },
  'snapshot-truncated': {
    title: 'Snapshot incomplete',
    meaning:
      'The file ends before the line that closes a snapshot. What comes after may be anything, so nothing is said of it.',
    steps: [{text: 'Copy the file again, or take a new snapshot.', command: 'trueup snapshot --out live.jsonl.gz'}],
  },
  'snapshot-unreadable': {
    title: 'Snapshot cannot be read',
    meaning: 'The operating system refuses to read the file.',
    steps: [{text: 'Check its permissions.'}],
  },
  'snapshot-version-newer': {
    title: 'Snapshot of a newer trueup',
    meaning: 'The snapshot was written in a format that this version does not know.',
    steps: [{text: 'Update trueup, or take the snapshot with this version.'}],
  },
}
