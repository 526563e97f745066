import type {Words} from '../words.ts'

/** Errors of what says which findings count: baselines, ignores, filters, conditions. */
export const selectErrorWords: Readonly<Record<string, Words>> = {
  'baseline-invalid': {
    title: 'Baseline cannot be used',
    meaning:
      'The file is no baseline of this or an earlier version of trueup, or it was damaged: by a merge that was not finished, perhaps. Nothing was scanned, ' +
      'for without it everything that was accepted would fail the build again.',
    steps: [
      {text: 'Take the last good version of it from version control.'},
      {text: 'Or accept anew what is there.', command: 'trueup baseline --state states/'},
      {text: 'To go without it for once, say so.', command: 'trueup scan --state states/ --baseline none'},
    ],
  },
  'baseline-not-readable': {
    title: 'Baseline or report cannot be read',
    meaning: 'There is no such file, or it may not be read. Without it everything would count as new.',
    steps: [
      {text: 'Check the path; one in trueup.yaml is relative to that file.'},
      {text: 'Make one first.', command: 'trueup baseline --state states/'},
    ],
  },
  'baseline-report-invalid': {
    title: 'No report to accept',
    meaning: 'The file that --from names is no JSON report of trueup.',
    steps: [
      {text: 'Keep a report as JSON, and take that.', command: 'trueup scan --state states/ --report json=drift.json'},
    ],
  },
  'baseline-not-compared': {
    title: 'Nobody knows what is gone',
    meaning:
      '--update drops from a baseline what a scan looked for and no longer found. There is no baseline yet, or the report was made without it.',
    steps: [
      {text: 'Scan, instead of taking a report.', command: 'trueup baseline --state states/ --update'},
      {
        text: 'Or take a report of a scan that the baseline was given.',
        command: 'trueup scan --state states/ --baseline trueup.baseline.json --report json=drift.json',
      },
    ],
  },
  'day-invalid': {
    title: 'Not a day',
    meaning: 'A day is written as year, month and day, and has to exist: 2026-12-31.',
    steps: [{text: 'Write it so.'}],
  },
  'filter-invalid': {
    title: 'Filter cannot be read',
    meaning:
      'The value of --filter is a JMESPath expression over one finding as --json has it; the message names the column at which it stops being one, or the name that no finding has.',
    steps: [
      {
        text: 'Compare with one that works.',
        command: `trueup scan --demo --filter "severity=='high' && type=='aws_instance'"`,
      },
      {text: 'See what a finding holds.', command: 'trueup scan --demo --report ndjson'},
      {text: 'Read what JMESPath knows, at https://jmespath.org/specification.html.'},
    ],
  },
  'ignore-file-invalid': {
    title: 'Ignore file cannot be used',
    meaning:
      'The file holds something other than entries of ignore: with a reason and at least one of address, type, path, tag, account, region and code. The lines are named.',
    steps: [
      {text: 'Mend them; schemas/trueup.schema.json describes an entry under ignore.'},
      {text: 'A file of driftctl is named .driftignore, or so that it does not end in .yaml, .yml or .json.'},
    ],
  },
  'ignore-file-not-readable': {
    title: 'Ignore file cannot be read',
    meaning: 'There is no such file, or it may not be read. Without it more would be told than was asked for.',
    steps: [{text: 'Check the path; one in trueup.yaml is relative to that file.'}],
  },
}
