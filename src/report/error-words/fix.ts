import type {Words} from '../words.ts'

/** Errors of `trueup fix`. */
export const fixErrorWords: Readonly<Record<string, Words>> = {
  'file-not-readable': {
    title: 'Code cannot be read',
    meaning: 'A file that an edit or a new block belongs to is there, and may not be read.',
    steps: [{text: 'Check who may read it, then run again.'}],
  },
  'not-a-report': {
    title: 'Not a report in JSON',
    meaning: 'What --from names is not what a scan writes as JSON: fixes are made of its findings.',
    steps: [
      {
        text: 'Write one, and take it.',
        command: 'trueup scan --state . --report json=report.json; trueup fix --from report.json',
      },
    ],
  },
}
