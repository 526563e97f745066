import {createHash} from 'node:crypto'
import {mkdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'

import type {CostExplorerClient, GetCostAndUsageRequest, ResultByTime} from '@aws-sdk/client-cost-explorer'
import {z} from 'zod'

import {call, FailedCall} from '../../aws/call.ts'
import {writeAtomically} from '../../files/atomic-write.ts'
import {Decimal, decimalText} from '../../model/money.ts'
import {billError} from '../bill-error.ts'

/** USD a page (https://aws.amazon.com/aws-cost-management/aws-cost-explorer/pricing/). */
const price = '0.01'

export function priceOf(requests: number): string {
  return decimalText(new Decimal(price).times(requests))
}

/** An answer that is no older is taken from the cache: AWS refreshes its data at least once a day. */
const longestAgeMs = 24 * 3600 * 1000

/** All pages of an answer, and when it was given. */
export interface Answer {
  readonly asked: string
  readonly results: readonly ResultByTime[]
}

const kept = z.object({asked: z.string(), results: z.array(z.looseObject({}))})

/** Answers of Cost Explorer, each paid for once a day. */
export class PaidAnswers {
  /** Pages that were paid for in this run. */
  paid = 0
  readonly #client: CostExplorerClient
  readonly #folder: string | undefined
  readonly #account: string
  readonly #now: Date
  readonly #signal: AbortSignal

  constructor(
    client: CostExplorerClient,
    {folder, account, now, signal}: {folder: string | undefined; account: string; now: Date; signal: AbortSignal},
  ) {
    this.#client = client
    this.#folder = folder
    this.#account = account
    this.#now = now
    this.#signal = signal
  }

  /** @returns undefined where it would have to be paid for */
  async kept(input: GetCostAndUsageRequest): Promise<Answer | undefined> {
    const file = this.#fileOf(input)
    if (file === undefined) return undefined
    try {
      const found = kept.parse(JSON.parse(await readFile(file, 'utf8')))
      const age = this.#now.getTime() - new Date(found.asked).getTime()
      return age >= 0 && age <= longestAgeMs ? found : undefined
    } catch {
      // None, or one that is damaged: it is asked for again.
      return undefined
    }
  }

  /** @throws {TrueupError} `cost-explorer-denied`, `cost-explorer-failed` */
  async ask(input: GetCostAndUsageRequest): Promise<Answer> {
    const {GetCostAndUsageCommand} = await import('@aws-sdk/client-cost-explorer')
    const results: ResultByTime[] = []
    let token: string | undefined
    try {
      do {
        const command = new GetCostAndUsageCommand({...input, ...(token !== undefined && {NextPageToken: token})})
        const page = await call('ce:GetCostAndUsage', () => this.#client.send(command, {abortSignal: this.#signal}))
        this.paid += 1
        results.push(...(page.ResultsByTime ?? []))
        token = page.NextPageToken
      } while (token !== undefined)
    } catch (error) {
      if (!(error instanceof FailedCall)) throw error
      const {reason, detail} = error.failure
      const code = reason === 'denied' ? 'cost-explorer-denied' : 'cost-explorer-failed'
      throw billError(code, `${detail} ${this.paid} requests were paid for.`, error)
    }
    const answer = {asked: this.#now.toISOString(), results}
    await this.#keep(input, answer)
    return answer
  }

  async #keep(input: GetCostAndUsageRequest, answer: Answer): Promise<void> {
    const file = this.#fileOf(input)
    if (file === undefined || this.#folder === undefined) return
    await mkdir(this.#folder, {recursive: true, mode: 0o700})
    await writeAtomically(file, JSON.stringify(answer), this.#signal)
  }

  /** By account and question: what one account is told is none of another's. */
  #fileOf(input: GetCostAndUsageRequest): string | undefined {
    if (this.#folder === undefined) return undefined
    const digest = createHash('sha256')
      .update(JSON.stringify([this.#account, input]))
      .digest('hex')
    return join(this.#folder, `${digest.slice(0, 32)}.json`)
  }
}
