import {userError} from '../errors.ts'
import {confirm} from './confirm.ts'

/** Requests that AWS charges for, at least so many: an answer may have further pages. */
export interface PaidRequests {
  readonly requests: number
  readonly usd: string
}

/**
 * Tells what it costs before it costs anything, and asks, unless the flag has agreed.
 * @throws {TrueupError} `not-approved` where there is nobody to ask; `not-confirmed` where the answer is no
 */
export async function approvePaid({requests, usd}: PaidRequests, agreed: boolean, signal: AbortSignal): Promise<void> {
  const told = `Cost Explorer takes ${requests} paid requests (USD ${usd}), and one more (USD 0.01) for each further page of an answer.`
  if (agreed) {
    process.stderr.write(`${told}\n`)
    return
  }
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw userError('not-approved', told, 'Give --yes: there is nobody to ask')
  }
  process.stderr.write(`${told}\n`)
  await confirm('Ask it?', signal)
}
