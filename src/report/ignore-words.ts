import {counted} from './count-text.ts'
import type {FindingWords} from './words.ts'

/** Findings about what people wrote to ignore others. */
export const ignoreWords: Pick<FindingWords, 'ignore-expired' | 'ignore-unused'> = {
  'ignore-expired': {
    title: 'Ignore expired',
    message: ({expired, reason, findings}) =>
      `ended ${expired}${reason === undefined ? '' : ` (${reason})`}; it hid ${counted(findings, 'finding')}`,
    meaning:
      'Something in trueup.yaml, in an ignore file or in a comment of the code says what is not to be told, until a day that has passed. What it hid is told again.',
    steps: [
      {text: 'Look at what it hid: it was to be mended by then.'},
      {text: 'If it still has to wait, set a new day, with a reason; else take the ignore out.'},
    ],
  },
  'ignore-unused': {
    title: 'Ignore without use',
    message: ({reason}) => `takes nothing away${reason === undefined ? '' : ` (${reason})`}`,
    meaning:
      'Something in trueup.yaml, in an ignore file or in a comment of the code says what is not to be told, and nothing of the kind was found, though where it could have been was looked at. ' +
      'Left standing, it hides the next finding of the kind.',
    steps: [
      {text: 'Take it out, if what it was for is mended.'},
      {text: 'Else look for a misspelt type, address or path in it: names and patterns are case-sensitive.'},
    ],
  },
}
