import {createInterface} from 'node:readline/promises'

import {userError} from '../errors.ts'

/**
 * Asks whoever is at the terminal; nothing but a yes is one.
 * @throws TrueupError `not-confirmed` where there is nobody to ask, or the answer is no
 */
export async function confirm(question: string, signal: AbortSignal): Promise<void> {
  const hint = 'Run it in a terminal and say yes, or give --yes'
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw userError('not-confirmed', 'nobody is there to confirm what would be changed in AWS', hint)
  }
  const asking = createInterface({input: process.stdin, output: process.stderr})
  try {
    const answer = await asking.question(`${question} [y/N] `, {signal})
    if (!/^y(es)?$/i.test(answer.trim())) throw userError('not-confirmed', 'nothing was changed in AWS', hint)
  } finally {
    asking.close()
  }
}
